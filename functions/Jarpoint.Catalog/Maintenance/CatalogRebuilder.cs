using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Maintenance;

/// <summary>
/// Compares a listing of the bucket with the catalog and commits what differs. Its facts have no sequencer: they lose
/// to every event that happened at or after the listing, so it may run while events arrive.
/// </summary>
public sealed class CatalogRebuilder(
    IObjectStore store, CatalogLayout layout, JarCataloguer cataloguer, CatalogWriter writer, CatalogReader reader)
{
    /// <summary>Runs once. Interrupted and run again, it goes on with what still differs.</summary>
    public async Task<RebuildProgress> RebuildAsync(
        RebuildOptions options, IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        var clock = await StoreClockAsync(cancellationToken);
        var view = await reader.LatestAsync(cancellationToken);
        var run = new RebuildRun(cataloguer, writer, options, progress, view.Revision);
        var present = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var listed in store.ListAsync(options.Prefix, null, cancellationToken))
        {
            if (JarCataloguer.Foreign(listed.Key) is null)
            {
                present.Add(listed.Key);
                await run.AddListedAsync(Compare(listed, view, options, clock), cancellationToken);
            }
        }

        foreach (var entry in view.Entries.Where(entry =>
                     entry.Key.StartsWith(options.Prefix, StringComparison.Ordinal) && !present.Contains(entry.Key)))
        {
            await run.AddAbsentAsync(Listing(entry.Key, clock), cancellationToken);
        }

        return await run.CompleteAsync(cancellationToken);
    }

    /// <summary>What to look at for a listed object, or null when the catalog knows it as it is.</summary>
    private static ObjectChange? Compare(
        ListedObject listed, CatalogView view, RebuildOptions options, DateTimeOffset clock)
    {
        if (!view.TryGet(listed.Key, out var known) || known.ETag != listed.ETag || known.Size != listed.Size)
        {
            return Listing(listed.Key, clock);
        }

        return options.Redescribe && known.Reader < Jars.JarReader.Generation
            ? new ObjectChange
            {
                Kind = ObjectChangeKind.Created,
                Key = known.Key,
                VersionId = known.VersionId,
                Sequencer = known.Sequencer,
                At = known.At,
            }
            : null;
    }

    /// <summary>Looked at as a removal is: whatever the key holds now is the answer.</summary>
    private static ObjectChange Listing(string key, DateTimeOffset at)
        => new() { Kind = ObjectChangeKind.Removed, Key = key, At = at };

    /// <summary>
    /// The store's own clock, from its answer about a key nobody has: this machine's may be wrong by hours, and facts
    /// from the future would hide events.
    /// </summary>
    private async Task<DateTimeOffset> StoreClockAsync(CancellationToken cancellationToken)
    {
        var nobody = new ObjectReference($"{layout.Root}clock/{Guid.NewGuid():N}");
        return await store.HeadAsync(nobody, cancellationToken) is HeadOutcome.Missing missing
            ? missing.At
            : throw new CatalogDamagedException($"{nobody} exists.");
    }
}
