using System.Text.Json;
using Jarpoint.Catalog.Json;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Snapshots;

/// <summary>Reads and moves the hint that names the newest snapshot.</summary>
internal sealed class HeadStore(IObjectStore store, CatalogLayout layout)
{
    public async Task<HintOutcome> ReadAsync(CancellationToken cancellationToken)
    {
        var outcome = await store.GetAsync(new ObjectReference(layout.Head), cancellationToken);
        if (outcome is not GetOutcome.Found found)
        {
            return new HintOutcome.Missing();
        }

        await using var content = found.Content;
        try
        {
            var head = await JsonSerializer.DeserializeAsync(content, Wire.Head, cancellationToken);
            return head is { Revision: >= 0 }
                ? new HintOutcome.Found(head.Revision, found.Metadata.ETag)
                : new HintOutcome.Damaged(found.Metadata.ETag);
        }
        catch (JsonException)
        {
            return new HintOutcome.Damaged(found.Metadata.ETag);
        }
    }

    /// <summary>Writes the hint, provided that it still is what <paramref name="seen"/> says.</summary>
    public Task<PutOutcome> WriteAsync(long revision, HintOutcome seen, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(
            new HeadDocument { Format = DocumentFormat.Head, Revision = revision }, Wire.Head);
        PutCondition condition = seen switch
        {
            HintOutcome.Found found => new PutCondition.Matches(found.ETag),
            HintOutcome.Damaged damaged => new PutCondition.Matches(damaged.ETag),
            _ => new PutCondition.Absent(),
        };
        return store.PutAsync(
            new ObjectWrite(layout.Head, bytes, condition) { CacheControl = "no-cache" }, cancellationToken);
    }
}
