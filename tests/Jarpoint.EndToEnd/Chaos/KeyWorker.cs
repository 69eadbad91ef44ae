using Amazon.S3;
using Amazon.S3.Model;

namespace Jarpoint.EndToEnd.Chaos;

/// <summary>
/// Uploads, overwrites and deletes keys that nobody else touches, one operation after the other, through a client that
/// meets the faults; keeps the model of what must be there afterwards.
/// </summary>
internal sealed class KeyWorker(IAmazonS3 faulty, IAmazonS3 exempt, string bucket, int worker, int seed)
{
    private const int Keys = 10;
    private readonly Random random = new((seed * 31) + worker);

    public ReferenceModel Model { get; } = new();

    public async Task RunAsync(int operations, CancellationToken cancellationToken)
    {
        for (var operation = 0; operation < operations; operation++)
        {
            var key = $"jars/team {worker}/lib+{random.Next(Keys)}@v.jar";
            await (random.Next(10) switch
            {
                < 6 => UploadAsync(key, (worker * 1000) + operation, cancellationToken),
                < 8 => DeleteAsync(key, cancellationToken),
                < 9 => DeleteNewestVersionAsync(key, cancellationToken),
                _ => DeleteOldestVersionAsync(key, cancellationToken),
            });
        }
    }

    private async Task UploadAsync(string key, int number, CancellationToken cancellationToken)
    {
        var content = JarContent.Number(number);
        using var body = new MemoryStream(content.Bytes);
        await faulty.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = key, InputStream = body }, cancellationToken);
        Model.Stored(key, content);
        contents[content.ETag] = content;
    }

    private async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        await faulty.DeleteObjectAsync(bucket, key, cancellationToken);
        Model.Removed(key);
    }

    // Removing the newest version uncovers the one below, or a delete marker; removing a marker brings the object back.
    private Task DeleteNewestVersionAsync(string key, CancellationToken cancellationToken)
        => DeleteVersionAsync(key, versions => versions[0], cancellationToken);

    private Task DeleteOldestVersionAsync(string key, CancellationToken cancellationToken)
        => DeleteVersionAsync(key, versions => versions[^1], cancellationToken);

    private async Task DeleteVersionAsync(
        string key, Func<List<S3ObjectVersion>, S3ObjectVersion> choose, CancellationToken cancellationToken)
    {
        var versions = await VersionsAsync(key, cancellationToken);
        if (versions.Count == 0)
        {
            return;
        }

        var chosen = choose(versions);
        await faulty.DeleteObjectAsync(bucket, key, chosen.VersionId, cancellationToken);
        versions.Remove(chosen);
        if (versions.Count == 0 || versions[0].IsDeleteMarker == true)
        {
            Model.Removed(key);
        }
        else
        {
            Model.Stored(key, contents[versions[0].ETag.Trim('"')]);
        }
    }

    private async Task<List<S3ObjectVersion>> VersionsAsync(string key, CancellationToken cancellationToken)
    {
        var listing = await exempt.ListVersionsAsync(
            new ListVersionsRequest { BucketName = bucket, Prefix = key }, cancellationToken);
        return [.. (listing.Versions ?? []).Where(version => version.Key == key)];
    }

    private readonly Dictionary<string, JarContent> contents = new(StringComparer.Ordinal);
}
