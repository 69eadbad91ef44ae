using System.Text.Json;
using Jarpoint.Catalog;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Functions.Handlers.Refresh;

/// <summary>
/// Keeps the mark beside the catalog. It is a hint: without it, or with a stale one, the nodes are told twice. Every
/// write is conditional on what was read.
/// </summary>
internal sealed class RefreshMarks(IObjectStore store, CatalogLayout layout, TimeProvider clock)
{
    private string Key => layout.Root + "refreshed.json";

    /// <summary>One that is missing, damaged or of another format is worth revision 0.</summary>
    public async Task<RefreshMark> ReadAsync(CancellationToken cancellationToken)
    {
        if (await store.GetAsync(new ObjectReference(Key), cancellationToken) is not GetOutcome.Found found)
        {
            return new RefreshMark(0, null, null);
        }

        await using var content = found.Content;
        try
        {
            return await JsonSerializer.DeserializeAsync(
                content, RefreshMarkJson.Default.RefreshMarkDocument, cancellationToken)
                is { Format: RefreshMarkDocument.Current, Revision: >= 0 } document
                ? new RefreshMark(document.Revision, document.ClaimedAt, found.Metadata.ETag)
                : new RefreshMark(0, null, found.Metadata.ETag);
        }
        catch (JsonException)
        {
            return new RefreshMark(0, null, found.Metadata.ETag);
        }
    }

    /// <summary>Says that somebody sets out.</summary>
    /// <returns>The mark with the claim; null when somebody else was faster.</returns>
    public Task<RefreshMark?> ClaimAsync(RefreshMark seen, CancellationToken cancellationToken)
        => WriteAsync(seen, seen.Revision, clock.GetUtcNow(), cancellationToken);

    /// <summary>Says that the nodes were told up to <paramref name="revision"/>.</summary>
    /// <returns>False when somebody else wrote meanwhile: the nodes may be told again.</returns>
    public async Task<bool> CompleteAsync(RefreshMark claimed, long revision, CancellationToken cancellationToken)
        => await WriteAsync(claimed, revision, null, cancellationToken) is not null;

    private async Task<RefreshMark?> WriteAsync(
        RefreshMark seen, long revision, DateTimeOffset? claimedAt, CancellationToken cancellationToken)
    {
        var document = new RefreshMarkDocument
        {
            Format = RefreshMarkDocument.Current,
            Revision = revision,
            At = clock.GetUtcNow(),
            ClaimedAt = claimedAt,
        };
        var write = new ObjectWrite(
            Key,
            JsonSerializer.SerializeToUtf8Bytes(document, RefreshMarkJson.Default.RefreshMarkDocument),
            seen.ETag is { } etag ? new PutCondition.Matches(etag) : new PutCondition.Absent())
        {
            CacheControl = "no-cache",
        };
        return await store.PutAsync(write, cancellationToken) is PutOutcome.Stored(var stored, _)
            ? new RefreshMark(revision, claimedAt, stored)
            : null;
    }
}
