using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Page;

/// <summary>
/// Keeps the catalog page beside the catalog. The page reads the catalog itself, so it changes with a release and not
/// with a revision: one read, and none for as long as the process lives after it. See <c>docs/decisions/0054-the-page-is-published-with-its-index-last.md</c>.
/// </summary>
public sealed class PagePublication(IObjectStore store, CatalogLayout layout, TimeProvider time) : IPublication
{
    private const int Attempts = 5;

    private readonly BackOff backOff = new(time);
    private volatile bool wasSeen;

    public string Name => "catalog page";

    /// <exception cref="CatalogContentionException">Other writers kept a file from being written.</exception>
    public async Task<bool> FollowAsync(
        PublishedCatalog catalog, CancellationToken windUp, CancellationToken cancellationToken)
    {
        wasSeen = wasSeen || await PublishAsync(CatalogPage.Current, cancellationToken);
        return wasSeen;
    }

    private async Task<bool> PublishAsync(CatalogPage page, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (isCurrent, condition) = await LookAsync(page.Index, cancellationToken);
            if (isCurrent)
            {
                return true;
            }

            if (await WriteFilesAsync(page, cancellationToken)
                && await WriteAsync(page.Index, condition, "no-cache", cancellationToken) is PutOutcome.Stored)
            {
                return true;
            }

            await backOff.DelayAsync(attempt, cancellationToken);
        }

        throw new CatalogContentionException($"{Key(page.Index)} was written by others {Attempts} times.");
    }

    private async Task<(bool IsCurrent, PutCondition Condition)> LookAsync(
        PageAsset index, CancellationToken cancellationToken)
    {
        var outcome = await store.GetAsync(new ObjectReference(Key(index)), cancellationToken);
        if (outcome is not GetOutcome.Found found)
        {
            return (false, new PutCondition.Absent());
        }

        await using var content = found.Content;
        var condition = new PutCondition.Matches(found.Metadata.ETag);
        if (found.Metadata.Size != index.Content.Length)
        {
            return (false, condition);
        }

        var bytes = new byte[index.Content.Length];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return (index.Content.Span.SequenceEqual(bytes), condition);
    }

    // Refused means there already: equal names have equal bytes. False for a conflict that says neither.
    private async Task<bool> WriteFilesAsync(CatalogPage page, CancellationToken cancellationToken)
    {
        var outcomes = await Task.WhenAll(page.Files.Select(
            file => WriteAsync(file, new PutCondition.Absent(), StoredForever.CacheControl, cancellationToken)));
        return !outcomes.Any(static outcome => outcome is PutOutcome.Conflict);
    }

    private Task<PutOutcome> WriteAsync(
        PageAsset asset, PutCondition condition, string cacheControl, CancellationToken cancellationToken)
        => store.PutAsync(
            new ObjectWrite(Key(asset), asset.Content, condition)
            {
                ContentType = asset.ContentType,
                CacheControl = cacheControl,
            },
            cancellationToken);

    private string Key(PageAsset asset) => layout.Root + CatalogPage.Folder + asset.Name;
}
