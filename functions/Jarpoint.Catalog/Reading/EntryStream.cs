using System.Runtime.CompilerServices;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Snapshots;

namespace Jarpoint.Catalog.Reading;

/// <summary>
/// The entries of one revision, one after the other: memory grows with what the log says after the snapshot, not with
/// the catalog. Read once.
/// </summary>
public sealed class EntryStream : IAsyncDisposable
{
    private readonly CatalogReader reader;
    private readonly SnapshotStream? snapshot;
    private readonly IReadOnlyList<KeyState> changes;

    /// <summary>What was given so far, to be compared when the snapshot turns out to be damaged.</summary>
    private HashCode given;
    private int count;

    internal EntryStream(CatalogReader reader, SnapshotStream? snapshot, CatalogView changes)
    {
        this.reader = reader;
        this.snapshot = snapshot;
        this.changes = changes.State.Keys;
        Revision = changes.Revision;
    }

    /// <summary>0 for a catalog nothing was ever committed to.</summary>
    public long Revision { get; }

    /// <summary>One fact per object that is there, described or rejected, in the order of <see cref="KeyOrder"/>.</summary>
    /// <exception cref="CatalogDamagedException">
    /// The snapshot is damaged and the log tells other entries than it gave, or a commit is missing or cannot be read.
    /// </exception>
    public async IAsyncEnumerable<CatalogFact> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var states = MergeAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        CatalogDamagedException? damage = null;
        while (damage is null)
        {
            try
            {
                if (!await states.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (CatalogDamagedException found)
            {
                damage = found;
                continue;
            }

            if (states.Current.Current is { Kind: not FactKind.Removed } entry)
            {
                Count(ref given, entry);
                count++;
                yield return entry;
            }
        }

        // Without this snapshot, the whole view is folded from an earlier one. Its beginning was already given.
        var whole = await reader.AtAsync(Revision, cancellationToken);
        var told = default(HashCode);
        foreach (var entry in whole.Entries.Take(count))
        {
            Count(ref told, entry);
        }

        if (whole.Entries.Count < count || told.ToHashCode() != given.ToHashCode())
        {
            throw damage;
        }

        foreach (var entry in whole.Entries.Skip(count))
        {
            yield return entry;
        }
    }

    public ValueTask DisposeAsync() => snapshot?.DisposeAsync() ?? default;

    /// <summary>The keys of the snapshot and of the log after it, each once, in order.</summary>
    private async IAsyncEnumerable<KeyState> MergeAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = 0;
        if (snapshot is not null)
        {
            await foreach (var state in snapshot.KeysAsync(cancellationToken))
            {
                while (next < changes.Count && KeyOrder.Instance.Compare(changes[next].Key, state.Key) < 0)
                {
                    yield return changes[next++];
                }

                yield return next < changes.Count && changes[next].Key == state.Key
                    ? Both(state, changes[next++])
                    : state;
            }
        }

        while (next < changes.Count)
        {
            yield return changes[next++];
        }
    }

    private static KeyState Both(KeyState state, KeyState change)
    {
        foreach (var fact in new[] { change.Event, change.Listing })
        {
            state = fact is null ? state : state.With(fact);
        }

        return state;
    }

    private static void Count(ref HashCode sum, CatalogFact entry)
    {
        sum.Add(entry.Key);
        sum.Add(entry.Kind);
        sum.Add(entry.At);
        sum.Add(entry.ETag);
        sum.Add(entry.VersionId);
        sum.Add(entry.Jar?.Description);
    }
}
