using System.Text.Json;
using Jarpoint.Catalog.Json;
using Jarpoint.Catalog.Snapshots;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Publishing;

/// <summary>How far a publication came, as an object beside the catalog. Every write is conditional on what was read.</summary>
internal sealed class RevisionMark(IObjectStore store, string key)
{
    public async Task<HintOutcome> ReadAsync(CancellationToken cancellationToken)
    {
        if (await store.GetAsync(new ObjectReference(key), cancellationToken) is not GetOutcome.Found found)
        {
            return new HintOutcome.Missing();
        }

        await using var content = found.Content;
        try
        {
            return await JsonSerializer.DeserializeAsync(content, Wire.Mark, cancellationToken) is { Revision: >= 0 } mark
                ? new HintOutcome.Found(mark.Revision, found.Metadata.ETag)
                : new HintOutcome.Damaged(found.Metadata.ETag);
        }
        catch (JsonException)
        {
            return new HintOutcome.Damaged(found.Metadata.ETag);
        }
    }

    /// <returns>The mark as it is now; null when somebody else wrote meanwhile.</returns>
    public async Task<HintOutcome?> MoveAsync(long revision, HintOutcome seen, CancellationToken cancellationToken)
    {
        PutCondition condition = seen switch
        {
            HintOutcome.Found found => new PutCondition.Matches(found.ETag),
            HintOutcome.Damaged damaged => new PutCondition.Matches(damaged.ETag),
            _ => new PutCondition.Absent(),
        };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(
            new MarkDocument { Format = DocumentFormat.Mark, Revision = revision }, Wire.Mark);
        var write = new ObjectWrite(key, bytes, condition) { CacheControl = "no-cache" };
        return await store.PutAsync(write, cancellationToken) is PutOutcome.Stored(var eTag, _)
            ? new HintOutcome.Found(revision, eTag)
            : null;
    }
}
