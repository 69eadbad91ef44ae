using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Snapshots;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Publishing;

/// <summary>
/// Folds the log into a snapshot and points the head at it. May run twice at once and may die anywhere: a snapshot
/// without a head is found by the next run, and the head never moves backwards.
/// </summary>
public sealed class CatalogPublisher(
    IObjectStore store, CatalogLayout layout, CatalogReader reader, TimeProvider time)
{
    private const int Attempts = 20;

    private readonly CatalogLog log = new(store, layout);
    private readonly HeadStore heads = new(store, layout);
    private readonly SnapshotStore snapshots = new(store, layout);
    private readonly BackOff backOff = new(time);

    /// <summary>Publishes the newest revision. When there is nothing new, that costs two reads.</summary>
    /// <exception cref="CatalogContentionException">Other writers kept the snapshot or the head from being written.</exception>
    public async Task<PublishOutcome> PublishAsync(CancellationToken cancellationToken)
    {
        var seen = await heads.ReadAsync(cancellationToken);
        var published = seen is HintOutcome.Found found ? found.Revision : 0;
        if (seen is not HintOutcome.Damaged && await log.TryReadAsync(published + 1, cancellationToken) is null)
        {
            return new PublishOutcome.NothingNew(published);
        }

        var view = await reader.LatestAsync(cancellationToken);
        if (view.Revision == 0)
        {
            return new PublishOutcome.NothingNew(0);
        }

        await SnapshotAsync(view, cancellationToken);
        await MoveHeadAsync(view.Revision, seen, cancellationToken);
        return new PublishOutcome.Published(view, view.Revision - published);
    }

    private async Task SnapshotAsync(CatalogView view, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // Refused means there already, by another run: the same revision folds to the same snapshot.
            if (await snapshots.WriteAsync(view.Revision, view.State, cancellationToken) is not PutOutcome.Conflict)
            {
                return;
            }

            await backOff.DelayAsync(attempt, cancellationToken);
        }

        throw new CatalogContentionException($"{layout.Snapshot(view.Revision)} was in conflict {Attempts} times.");
    }

    private async Task MoveHeadAsync(long revision, HintOutcome seen, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (seen is HintOutcome.Found { Revision: var current } && current >= revision)
            {
                return;
            }

            if (await heads.WriteAsync(revision, seen, cancellationToken) is PutOutcome.Stored)
            {
                return;
            }

            await backOff.DelayAsync(attempt, cancellationToken);
            seen = await heads.ReadAsync(cancellationToken);
        }

        throw new CatalogContentionException($"{layout.Head} was written by others {Attempts} times.");
    }
}
