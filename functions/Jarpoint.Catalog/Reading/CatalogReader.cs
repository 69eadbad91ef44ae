using System.Runtime.CompilerServices;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Snapshots;
using Jarpoint.Catalog.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jarpoint.Catalog.Reading;

/// <summary>
/// Reads the catalog at its newest or at any earlier revision. The head is a hint: a missing, stale or damaged one
/// costs time, never correctness. Safe for concurrent use, and while writers write.
/// </summary>
public sealed partial class CatalogReader(
    IObjectStore store, CatalogLayout layout, ILogger<CatalogReader>? logger = null)
{
    private readonly CatalogLog log = new(store, layout);
    private readonly HeadStore heads = new(store, layout);
    private readonly SnapshotStore snapshots = new(store, layout);
    private readonly ILogger logger = logger ?? NullLogger<CatalogReader>.Instance;

    /// <exception cref="CatalogDamagedException">A commit cannot be read.</exception>
    public async Task<CatalogView> LatestAsync(CancellationToken cancellationToken)
    {
        var (start, state) = await NearestAsync(long.MaxValue, cancellationToken);
        return await FoldAsync(start, state, long.MaxValue, cancellationToken);
    }

    /// <exception cref="UnknownRevisionException">The log has not reached <paramref name="revision"/>.</exception>
    /// <exception cref="CatalogDamagedException">A commit is missing or cannot be read.</exception>
    public async Task<CatalogView> AtAsync(long revision, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(revision);
        var (start, state) = await NearestAsync(revision, cancellationToken);
        var view = await FoldAsync(start, state, revision, cancellationToken);
        await RequireAsync(revision, view.Revision, cancellationToken);
        return view;
    }

    /// <summary>
    /// The entries of a revision, the newest by default, without ever holding all of them. What the log says after the
    /// snapshot is read first, so that each entry is right when it comes.
    /// </summary>
    /// <exception cref="UnknownRevisionException">The log has not reached <paramref name="revision"/>.</exception>
    /// <exception cref="CatalogDamagedException">A commit is missing or cannot be read.</exception>
    public async Task<EntryStream> OpenAsync(long? revision, CancellationToken cancellationToken)
    {
        var limit = revision ?? long.MaxValue;
        ArgumentOutOfRangeException.ThrowIfNegative(limit, nameof(revision));
        await foreach (var start in StartsAsync(limit, cancellationToken))
        {
            if (await snapshots.OpenAsync(start, cancellationToken) is { } snapshot)
            {
                try
                {
                    var changes = await FoldAsync(start, CatalogState.Empty, limit, cancellationToken);
                    await RequireAsync(revision ?? changes.Revision, changes.Revision, cancellationToken);
                    return new EntryStream(this, snapshot, changes);
                }
                catch
                {
                    await snapshot.DisposeAsync();
                    throw;
                }
            }
        }

        var whole = await FoldAsync(0, CatalogState.Empty, limit, cancellationToken);
        await RequireAsync(revision ?? whole.Revision, whole.Revision, cancellationToken);
        return new EntryStream(this, null, whole);
    }

    /// <summary>Every fact about one key, in the order of commits. Reads the whole log.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(string key, CancellationToken cancellationToken)
    {
        var history = new List<HistoryEntry>();
        KeyState? state = null;
        await foreach (var commit in log.ReadFromAsync(1, cancellationToken))
        {
            foreach (var fact in commit.Facts.Where(fact => fact.Key == key))
            {
                state = state?.With(fact) ?? KeyState.Of(fact);
                var shown = ReferenceEquals(state.Current, fact);
                history.Add(new HistoryEntry(commit.Revision, commit.At, fact, shown));
            }
        }

        return history;
    }

    /// <summary>Commits from a revision to the newest, oldest first.</summary>
    public IAsyncEnumerable<CatalogCommit> CommitsAsync(long first, CancellationToken cancellationToken)
        => log.ReadFromAsync(first, cancellationToken);

    public async Task<CatalogDiff> DiffAsync(long from, long to, CancellationToken cancellationToken)
        => CatalogDiff.Between(await AtAsync(from, cancellationToken), await AtAsync(to, cancellationToken));

    /// <summary>The newest readable snapshot up to a revision.</summary>
    private async Task<(long Revision, CatalogState State)> NearestAsync(
        long limit, CancellationToken cancellationToken)
    {
        await foreach (var revision in StartsAsync(limit, cancellationToken))
        {
            if (await TrySnapshotAsync(revision, cancellationToken) is { } state)
            {
                return (revision, state);
            }
        }

        return (0, CatalogState.Empty);
    }

    /// <summary>Revisions that may have a snapshot, best first: head's if it will do, then those of a listing.</summary>
    private async IAsyncEnumerable<long> StartsAsync(
        long limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var hint = await heads.ReadAsync(cancellationToken);
        if (hint is HintOutcome.Found { Revision: var hinted } && hinted <= limit)
        {
            yield return hinted;
        }

        if (hint is not HintOutcome.Found)
        {
            Log.HeadUnusable(logger, layout.Head);
        }

        var candidates = new Stack<long>();
        await foreach (var revision in snapshots.ListAsync(cancellationToken))
        {
            if (revision <= limit)
            {
                candidates.Push(revision);
            }
        }

        while (candidates.TryPop(out var revision))
        {
            yield return revision;
        }
    }

    private async Task RequireAsync(long wanted, long reached, CancellationToken cancellationToken)
    {
        if (wanted == reached)
        {
            return;
        }

        await foreach (var later in log.ListAsync(reached + 2, cancellationToken))
        {
            throw new CatalogDamagedException(
                $"Commit {layout.Log(reached + 1)} is missing, though {layout.Log(later)} exists.");
        }

        throw new UnknownRevisionException(wanted, reached);
    }

    private async Task<CatalogState?> TrySnapshotAsync(long revision, CancellationToken cancellationToken)
    {
        switch (await snapshots.ReadAsync(revision, cancellationToken))
        {
            case SnapshotOutcome.Found found:
                return found.State;
            case SnapshotOutcome.Damaged damaged:
                Log.SnapshotDamaged(logger, damaged.Detail);
                return null;
            default:
                return null;
        }
    }

    private async Task<CatalogView> FoldAsync(
        long start, CatalogState state, long limit, CancellationToken cancellationToken)
    {
        var fold = new CatalogFold(state);
        var reached = start;
        if (reached < limit)
        {
            await foreach (var commit in log.ReadFromAsync(start + 1, cancellationToken))
            {
                fold.Add(commit.Facts);
                reached = commit.Revision;
                if (reached == limit)
                {
                    break;
                }
            }
        }

        return new CatalogView(reached, fold.ToState());
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "No usable head at {Key}: looking for snapshots")]
        public static partial void HeadUnusable(ILogger logger, string key);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Passed over a damaged snapshot: {Detail}")]
        public static partial void SnapshotDamaged(ILogger logger, string detail);
    }
}
