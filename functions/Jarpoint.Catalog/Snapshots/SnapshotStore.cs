using System.IO.Compression;
using System.Runtime.CompilerServices;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Snapshots;

/// <summary>Reads and writes snapshots, both as a stream: no snapshot is ever held as a whole text.</summary>
internal sealed class SnapshotStore(IObjectStore store, CatalogLayout layout)
{
    public async Task<SnapshotOutcome> ReadAsync(long revision, CancellationToken cancellationToken)
    {
        var key = layout.Snapshot(revision);
        var outcome = await store.GetAsync(new ObjectReference(key), cancellationToken);
        if (outcome is not GetOutcome.Found found)
        {
            return new SnapshotOutcome.Missing();
        }

        await using var content = found.Content;
        await using var text = new GZipStream(content, CompressionMode.Decompress);
        try
        {
            return new SnapshotOutcome.Found(await new SnapshotReader(text, revision).ReadAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is InvalidDataException or CatalogDamagedException)
        {
            return new SnapshotOutcome.Damaged($"{key} is not the snapshot of its revision: {exception.Message}");
        }
    }

    /// <summary>The snapshot to be read as it comes; null when there is none.</summary>
    public async Task<SnapshotStream?> OpenAsync(long revision, CancellationToken cancellationToken)
    {
        var key = layout.Snapshot(revision);
        return await store.GetAsync(new ObjectReference(key), cancellationToken) is GetOutcome.Found found
            ? new SnapshotStream(found.Content, key, revision)
            : null;
    }

    /// <summary>Creates the snapshot. One that is there already is the same one.</summary>
    public async Task<PutOutcome> WriteAsync(long revision, CatalogState state, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await using (var deflated = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            await SnapshotWriter.WriteOverlappedAsync(deflated, revision, state);
        }

        var write = new ObjectWrite(
            layout.Snapshot(revision), buffer.GetBuffer().AsMemory(0, (int)buffer.Length), new PutCondition.Absent())
        {
            ContentType = "application/gzip",
            CacheControl = StoredForever.CacheControl,
        };
        return await store.PutAsync(write, cancellationToken);
    }

    /// <summary>Revisions that have a snapshot, ascending.</summary>
    public async IAsyncEnumerable<long> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var listed in store.ListAsync(layout.SnapshotPrefix, null, cancellationToken))
        {
            if (layout.TryParseSnapshot(listed.Key, out var revision))
            {
                yield return revision;
            }
        }
    }
}
