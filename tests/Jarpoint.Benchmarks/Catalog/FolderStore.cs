using Jarpoint.Catalog.Storage;

namespace Jarpoint.Benchmarks.Catalog;

/// <summary>
/// A catalog kept in a folder, an object a file as a mount shows them, by <see cref="SaveAsync"/> and read back one
/// object at a time, so that a measured process holds the catalog it loads and not the bucket as well.
/// </summary>
internal sealed class FolderStore(string folder) : IObjectStore, IObjectCopier
{
    public static async Task SaveAsync(IObjectStore store, string root, string folder)
    {
        await foreach (var listed in store.ListAsync(root, null, CancellationToken.None))
        {
            if (await store.GetAsync(new ObjectReference(listed.Key), CancellationToken.None) is GetOutcome.Found found)
            {
                await using var content = found.Content;
                await using var file = File.Create(PathIn(folder, listed.Key));
                await content.CopyToAsync(file);
            }
        }
    }

    public Task<GetOutcome> GetAsync(ObjectReference target, CancellationToken cancellationToken)
    {
        var file = new FileInfo(Path.Combine(folder, target.Key));
        return Task.FromResult<GetOutcome>(file.Exists
            ? new GetOutcome.Found(new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20), new ObjectMetadata(file.Length, "etag", file.LastWriteTimeUtc))
            : new GetOutcome.Missing());
    }

    public async Task<PutOutcome> PutAsync(ObjectWrite write, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(PathIn(folder, write.Key), write.Content, cancellationToken);
        return new PutOutcome.Stored("etag", null);
    }

    public Task<RangeOutcome> GetRangeAsync(
        ObjectReference target, long offset, Memory<byte> buffer, CancellationToken cancellationToken)
        => throw new NotSupportedException("The catalog reads whole objects.");

    public Task<HeadOutcome> HeadAsync(ObjectReference target, CancellationToken cancellationToken)
        => throw new NotSupportedException("The catalog reads whole objects.");

    public Task<CopyOutcome> CopyAsync(
        ObjectReference source, string key, string contentType, CancellationToken cancellationToken)
        => throw new NotSupportedException("Nothing that is measured copies a jar.");

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
        => throw new NotSupportedException("A reader deletes nothing.");

    public IAsyncEnumerable<ListedObject> ListAsync(
        string prefix, string? startAfter, CancellationToken cancellationToken)
        => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => (Key: Path.GetRelativePath(folder, file.FullName), file.Length, file.LastWriteTimeUtc))
            .Where(file => file.Key.StartsWith(prefix, StringComparison.Ordinal)
                && string.CompareOrdinal(file.Key, startAfter) > 0)
            .OrderBy(static file => file.Key, StringComparer.Ordinal)
            .Select(static file => new ListedObject(file.Key, file.Length, "etag", file.LastWriteTimeUtc))
            .ToAsyncEnumerable();

    private static string PathIn(string folder, string key)
    {
        var path = Path.Combine(folder, key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
