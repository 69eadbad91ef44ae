using System.Text;
using Jarpoint.LocalCloud.S3;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.Tests.S3;

/// <summary>A store in a directory of its own, with the bucket <c>bucket</c>, that can be closed and opened again.</summary>
internal sealed class TemporaryStore : IDisposable
{
    public const string Bucket = "bucket";

    private readonly TimeProvider clock;

    public TemporaryStore(TimeProvider? clock = null, BucketVersioning versioning = BucketVersioning.Enabled)
    {
        this.clock = clock ?? TimeProvider.System;
        Store = Open();
        Store.CreateBucket(Bucket, versioning);
    }

    public S3Store Store { get; private set; }

    public string Path { get; } = Directory.CreateTempSubdirectory("jarpoint-s3-").FullName;

    public string Journal => System.IO.Path.Combine(Path, "journal.jsonl");

    public IReadOnlyList<string> Bodies => Directory.GetFiles(System.IO.Path.Combine(Path, "bodies"));

    public Task<ObjectVersion> PutAsync(string key, string content = "content", WriteCondition? condition = null) =>
        Store.PutAsync(
            Bucket,
            key,
            new MemoryStream(Encoding.UTF8.GetBytes(content)),
            condition,
            cancellationToken: TestContext.Current.CancellationToken);

    public async Task<string> ReadAsync(string key, string? versionId = null)
    {
        await using var content = Store.OpenRead(Bucket, key, versionId);
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Closes the store, lets something happen to its files, and opens it again.</summary>
    public void Reopen(Action? meanwhile = null)
    {
        Store.Dispose();
        meanwhile?.Invoke();
        Store = Open();
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    private S3Store Open() => new(new S3StoreOptions(Path, Keep: true), clock);
}
