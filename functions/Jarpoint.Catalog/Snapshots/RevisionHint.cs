using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Snapshots;

/// <summary>An object that states a revision and is moved under the condition of what was read.</summary>
internal class RevisionHint<TDocument>(IObjectStore store, string key, JsonTypeInfo<TDocument> json)
    where TDocument : class, IRevisionDocument<TDocument>
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
            return await JsonSerializer.DeserializeAsync(content, json, cancellationToken) is { Revision: >= 0 } document
                ? new HintOutcome.Found(document.Revision, found.Metadata.ETag)
                : new HintOutcome.Damaged(found.Metadata.ETag);
        }
        catch (JsonException)
        {
            return new HintOutcome.Damaged(found.Metadata.ETag);
        }
    }

    /// <summary>Writes it, provided that it still is what <paramref name="seen"/> says.</summary>
    public Task<PutOutcome> WriteAsync(long revision, HintOutcome seen, CancellationToken cancellationToken)
    {
        PutCondition condition = seen switch
        {
            HintOutcome.Found found => new PutCondition.Matches(found.ETag),
            HintOutcome.Damaged damaged => new PutCondition.Matches(damaged.ETag),
            _ => new PutCondition.Absent(),
        };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(TDocument.Of(revision), json);
        return store.PutAsync(new ObjectWrite(key, bytes, condition) { CacheControl = "no-cache" }, cancellationToken);
    }
}
