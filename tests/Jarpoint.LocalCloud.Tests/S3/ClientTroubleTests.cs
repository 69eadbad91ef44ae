using System.Net;
using Amazon.S3.Model;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.S3;

namespace Jarpoint.LocalCloud.Tests.S3;

public sealed class ClientTroubleTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(S3Trouble.SlowDown, HttpStatusCode.ServiceUnavailable, "SlowDown")]
    [InlineData(S3Trouble.Denied, HttpStatusCode.Forbidden, "AccessDenied")]
    public async Task Trouble_befalls_one_access_key_until_it_is_relieved(
        S3Trouble trouble, HttpStatusCode status, string code)
    {
        await using var server = await StartAsync();
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "key");
        using var client = server.NewClient("troubled");

        server.Faults!.Befall("troubled", trouble);
        await client.GetObjectAsync(bucket, "key", Cancelled).ShouldBeRefusedAsync(status, code);
        (await server.GetTextAsync(bucket, "key")).ShouldBe("content");

        server.Faults.Relieve("troubled");
        using var answer = await client.GetObjectAsync(bucket, "key", Cancelled);
        answer.HttpStatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Silence_is_a_request_that_is_taken_and_never_answered()
    {
        await using var server = await StartAsync();
        var bucket = server.NewBucket();
        using var client = server.NewClient("troubled");
        server.Faults!.Befall("troubled", S3Trouble.Silence);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var request = client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }, patience.Token);
        (await server.Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }, Cancelled))
            .HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        request.IsCompleted.ShouldBeFalse();
        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => request);
    }

    [Fact]
    public async Task Another_owner_than_the_expected_one_is_refused()
    {
        await using var server = await StartAsync();
        var bucket = server.NewBucket();

        var own = new ListObjectsV2Request { BucketName = bucket, ExpectedBucketOwner = "000000000000" };
        (await server.Client.ListObjectsV2Async(own, Cancelled)).HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        var other = new ListObjectsV2Request { BucketName = bucket, ExpectedBucketOwner = "111122223333" };
        await server.Client.ListObjectsV2Async(other, Cancelled)
            .ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "AccessDenied");
    }

    private static async Task<S3Server> StartAsync()
    {
        var server = new S3Server { Faults = new S3Faults(new ChaosOptions()) };
        await server.InitializeAsync();
        return server;
    }
}
