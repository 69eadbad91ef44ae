using Amazon.S3.Model;
using Jarpoint.Catalog.Maven;

namespace Jarpoint.EndToEnd.Maven;

/// <summary>A laptop cloud whose <c>maven2/</c> lies in a folder as a mount shows it: same names, same bytes.</summary>
internal sealed class MountedRepository : IAsyncDisposable
{
    private readonly RunningCloud cloud;
    private readonly ScratchFolder folder = new();

    private MountedRepository(RunningCloud cloud) => this.cloud = cloud;

    public string Folder => Path.Combine(folder.Path, MavenRepository.Root.TrimEnd('/'));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<MountedRepository> OfAsync((string Key, byte[] Jar)[] uploads, bool sha256 = false)
    {
        var variables = new Dictionary<string, string> { ["JARPOINT_MAVEN_SHA256"] = sha256 ? "true" : "false" };
        var repository = new MountedRepository(await RunningCloud.StartAsync(variables: variables));
        foreach (var (key, jar) in uploads)
        {
            using var body = new MemoryStream(jar);
            await repository.cloud.S3.PutObjectAsync(
                new PutObjectRequest { BucketName = repository.cloud.Bucket, Key = key, InputStream = body }, Cancellation);
        }

        await repository.cloud.QuiesceAsync();
        await repository.SyncAsync();
        return repository;
    }

    /// <summary>Deletes a jar of the bucket, and shows what the repository is then.</summary>
    public async Task RemoveAsync(string key)
    {
        await cloud.S3.DeleteObjectAsync(cloud.Bucket, key, Cancellation);
        await cloud.QuiesceAsync();
        await SyncAsync();
    }

    public async ValueTask DisposeAsync()
    {
        folder.Dispose();
        await cloud.DisposeAsync();
    }

    private async Task SyncAsync()
    {
        Directory.CreateDirectory(Folder);
        Directory.Delete(Folder, recursive: true);
        var request = new ListObjectsV2Request { BucketName = cloud.Bucket, Prefix = MavenRepository.Root };
        await foreach (var listed in cloud.S3.Paginators.ListObjectsV2(request).S3Objects.WithCancellation(Cancellation))
        {
            using var found = await cloud.S3.GetObjectAsync(cloud.Bucket, listed.Key, Cancellation);
            await found.WriteResponseStreamToFileAsync(Path.Combine(folder.Path, listed.Key), append: false, Cancellation);
        }
    }
}
