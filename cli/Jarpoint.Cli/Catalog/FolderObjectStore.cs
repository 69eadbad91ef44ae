using System.Globalization;
using System.Runtime.CompilerServices;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Cli.Catalog;

/// <summary>
/// A folder that shows a bucket, such as its mount, as a store to read from. Keys are paths below it; a key that a
/// path cannot say is missing. An ETag here is the file's size and time, not the object's.
/// </summary>
internal sealed class FolderObjectStore(string folder) : IObjectStore
{
    public Task<GetOutcome> GetAsync(ObjectReference target, CancellationToken cancellationToken)
    {
        if (Find(target.Key) is not { } file)
        {
            return Task.FromResult<GetOutcome>(new GetOutcome.Missing());
        }

        try
        {
            return Task.FromResult<GetOutcome>(new GetOutcome.Found(file.OpenRead(), Metadata(file)));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<GetOutcome>(new GetOutcome.Missing());
        }
    }

    public async Task<RangeOutcome> GetRangeAsync(
        ObjectReference target, long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (await GetAsync(target, cancellationToken) is not GetOutcome.Found found)
        {
            return new RangeOutcome.Missing();
        }

        await using var content = found.Content;
        content.Seek(Math.Min(offset, content.Length), SeekOrigin.Begin);
        return new RangeOutcome.Read(await content.ReadAtLeastAsync(
            buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken));
    }

    public Task<HeadOutcome> HeadAsync(ObjectReference target, CancellationToken cancellationToken)
        => Task.FromResult<HeadOutcome>(Find(target.Key) is { } file
            ? new HeadOutcome.Found(Metadata(file))
            : new HeadOutcome.Missing(TimeProvider.System.GetUtcNow()));

    public Task<PutOutcome> PutAsync(ObjectWrite write, CancellationToken cancellationToken)
        => throw new NotSupportedException($"{write.Key}: {folder} is only read");

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
        => throw new NotSupportedException($"{key}: {folder} is only read");

    public async IAsyncEnumerable<ListedObject> ListAsync(
        string prefix, string? startAfter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var (key, file) in Files(prefix).OrderBy(static found => found.Key, KeyOrder.Instance))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (key.StartsWith(prefix, StringComparison.Ordinal)
                && (startAfter is null || KeyOrder.Instance.Compare(key, startAfter) > 0))
            {
                var metadata = Metadata(file);
                yield return new ListedObject(key, metadata.Size, metadata.ETag, metadata.LastModified);
            }
        }
    }

    private IEnumerable<(string Key, FileInfo File)> Files(string prefix)
    {
        // Only the folder part of a prefix can be opened; the rest is a filter.
        var start = new DirectoryInfo(Path.Combine(folder, prefix[..(prefix.LastIndexOf('/') + 1)]));
        return start.Exists
            ? start.EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(file => (Path.GetRelativePath(folder, file.FullName), file))
            : [];
    }

    private FileInfo? Find(string key)
    {
        if (key.Length == 0 || key[0] == '/' || key.Contains('\0', StringComparison.Ordinal)
            || key.Split('/').Any(static part => part is "" or "." or ".."))
        {
            return null;
        }

        var file = new FileInfo(Path.Combine(folder, key));
        return file.Exists ? file : null;
    }

    private static ObjectMetadata Metadata(FileInfo file)
    {
        var written = new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero);
        return new ObjectMetadata(
            file.Length,
            string.Create(CultureInfo.InvariantCulture, $"{file.Length:x}-{written.UtcTicks:x}"),
            written);
    }
}
