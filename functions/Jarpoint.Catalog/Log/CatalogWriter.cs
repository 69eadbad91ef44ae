using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Log;

/// <summary>
/// Appends commits to the log. Any number of writers may run at once, in any number of processes; the cost of an
/// append does not depend on the size of the catalog. Safe for concurrent use.
/// </summary>
public sealed class CatalogWriter(IObjectStore store, CatalogLayout layout, TimeProvider time)
{
    private const int Attempts = 200;

    /// <summary>Losses in a row after which the end of the log is looked up instead of walked to.</summary>
    private const int Steps = 3;

    private readonly CatalogLog log = new(store, layout);
    private readonly LogEnd end = new(store, layout);
    private readonly BackOff backOff = new(time);
    private long newest;

    /// <summary>Appends one commit and returns its revision.</summary>
    /// <param name="facts">At least one.</param>
    /// <param name="cancellationToken">
    /// Ends the append, which may have happened by then: appending the same facts again is harmless.
    /// </param>
    /// <exception cref="CatalogContentionException">No number was free in 200 attempts.</exception>
    public async Task<long> AppendAsync(IReadOnlyList<CatalogFact> facts, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(facts.Count, nameof(facts));
        var commit = new CatalogCommit(Guid.NewGuid(), await NextAsync(cancellationToken), time.GetUtcNow(), facts);
        var (lost, conflicts) = (0, 0);
        while (lost + conflicts < Attempts)
        {
            switch (await PutAsync(commit, cancellationToken))
            {
                case PutOutcome.Stored:
                case PutOutcome.PreconditionFailed when await IsOwnAsync(commit, cancellationToken):
                    Remember(commit.Revision);
                    return commit.Revision;

                case PutOutcome.PreconditionFailed:
                    commit = commit with { Revision = await AfterAsync(commit.Revision, ++lost, cancellationToken) };
                    break;

                // Says nothing about the number, so it stays: see docs/decisions/0001.
                case PutOutcome.Conflict:
                    await backOff.DelayAsync(conflicts++, cancellationToken);
                    break;
            }
        }

        throw new CatalogContentionException(
            $"No number of {layout.LogPrefix} was free in {Attempts} attempts; the last was {commit.Revision}.");
    }

    private Task<PutOutcome> PutAsync(CatalogCommit commit, CancellationToken cancellationToken) => store.PutAsync(
        new ObjectWrite(layout.Log(commit.Revision), CommitDocument.ToBytes(commit), new PutCondition.Absent())
        {
            CacheControl = StoredForever.CacheControl,
        },
        cancellationToken);

    /// <summary>A refused write may be this one, written by a request whose answer was lost.</summary>
    private async Task<bool> IsOwnAsync(CatalogCommit commit, CancellationToken cancellationToken)
        => (await log.TryReadAsync(commit.Revision, cancellationToken))?.Id == commit.Id;

    private async Task<long> NextAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref newest) is > 0 and var known)
        {
            return known + 1;
        }

        var found = await end.FindAsync(cancellationToken);
        Remember(found);
        return found + 1;
    }

    private async Task<long> AfterAsync(long taken, int lost, CancellationToken cancellationToken)
    {
        var last = lost % Steps == 0 ? await end.FindFromAsync(taken, cancellationToken) ?? taken : taken;
        Remember(last);
        return Math.Max(last, Volatile.Read(ref newest)) + 1;
    }

    private void Remember(long revision)
    {
        for (var seen = Volatile.Read(ref newest);
             revision > seen && Interlocked.CompareExchange(ref newest, revision, seen) != seen;
             seen = Volatile.Read(ref newest))
        {
        }
    }
}
