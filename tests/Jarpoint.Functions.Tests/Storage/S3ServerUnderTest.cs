using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Jarpoint.Catalog.Storage;
using Jarpoint.Conformance;
using Jarpoint.Functions.Storage;

namespace Jarpoint.Functions.Tests.Storage;

/// <summary>A prefix of a bucket on whatever S3 server the environment names; the tests are skipped when it names none.</summary>
internal sealed class S3ServerUnderTest : StoreUnderTest
{
    private const string EndpointVariable = "JARPOINT_TEST_S3_ENDPOINT";
    private const string BucketVariable = "JARPOINT_TEST_S3_BUCKET";

    private readonly AmazonS3Client client;
    private readonly string bucket;

    private S3ServerUnderTest(AmazonS3Client client, string bucket, bool versioned)
    {
        this.client = client;
        this.bucket = bucket;
        Versioned = versioned;
        Store = new S3ObjectStore(client, bucket, TimeProvider.System);
    }

    public override IObjectStore Store { get; }

    public override string Prefix { get; } = $"jarpoint-conformance/{Guid.NewGuid():N}/";

    public override bool Versioned { get; }

    public static async Task<StoreUnderTest> CreateAsync()
    {
        var endpoint = Environment.GetEnvironmentVariable(EndpointVariable);
        var bucket = Environment.GetEnvironmentVariable(BucketVariable);
        Assert.SkipWhen(
            string.IsNullOrEmpty(endpoint) || string.IsNullOrEmpty(bucket),
            $"No S3 server: set {EndpointVariable}, {BucketVariable}, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY "
            + "and AWS_REGION.");
        var client = new AmazonS3Client(new AmazonS3Config
        {
            ServiceURL = endpoint,
            AuthenticationRegion = Environment.GetEnvironmentVariable("AWS_REGION"),
            ForcePathStyle = true,
        });
        var versioning = await client.GetBucketVersioningAsync(bucket, TestContext.Current.CancellationToken);
        return new S3ServerUnderTest(
            client, bucket!, versioning.VersioningConfig?.Status == VersionStatus.Enabled);
    }

    public override async Task<string?> DeleteAsync(string key, CancellationToken cancellationToken)
        => (await client.DeleteObjectAsync(bucket, key, cancellationToken)).VersionId;

    public override Task DeleteVersionAsync(string key, string versionId, CancellationToken cancellationToken)
        => client.DeleteObjectAsync(bucket, key, versionId, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        var request = new ListVersionsRequest { BucketName = bucket, Prefix = Prefix, Encoding = EncodingType.Url };
        ListVersionsResponse page;
        do
        {
            page = await client.ListVersionsAsync(request);
            await Parallel.ForEachAsync(
                page.Versions ?? [],
                async (version, end) => await client.DeleteObjectAsync(
                    bucket, WebUtility.UrlDecode(version.Key), Versioned ? version.VersionId : null, end));
            request.KeyMarker = page.NextKeyMarker;
            request.VersionIdMarker = page.NextVersionIdMarker;
        }
        while (page.IsTruncated is true);
        client.Dispose();
    }
}
