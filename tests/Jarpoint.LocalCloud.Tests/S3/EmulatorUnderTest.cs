using Amazon.S3;
using Jarpoint.Catalog.Storage;
using Jarpoint.Conformance;
using Jarpoint.Functions.Storage;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.Tests.S3;

/// <summary>The catalog's S3 adapter over HTTP against the emulator.</summary>
internal sealed class EmulatorUnderTest : StoreUnderTest
{
    private readonly S3Server server;
    private readonly AmazonS3Client client;
    private readonly string bucket;

    private EmulatorUnderTest(S3Server server, BucketVersioning versioning)
    {
        this.server = server;
        Versioned = versioning == BucketVersioning.Enabled;
        bucket = server.NewBucket(versioning);
        client = server.NewClient(retries: 10);
        Store = new S3ObjectStore(client, bucket, TimeProvider.System);
    }

    public override IObjectStore Store { get; }

    public override string Prefix => "under test/";

    public override bool Versioned { get; }

    public static async Task<StoreUnderTest> StartAsync(BucketVersioning versioning, S3Server? server = null)
    {
        server ??= new S3Server();
        await server.InitializeAsync();
        return new EmulatorUnderTest(server, versioning);
    }

    public override async Task<string?> DeleteAsync(string key, CancellationToken cancellationToken) =>
        (await client.DeleteObjectAsync(bucket, key, cancellationToken)).VersionId;

    public override Task DeleteVersionAsync(string key, string versionId, CancellationToken cancellationToken) =>
        client.DeleteObjectAsync(bucket, key, versionId, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }
}
