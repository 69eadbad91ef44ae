using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.S3;

namespace Jarpoint.LocalCloud.Tests.S3;

public sealed class FaultTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SlowDown_answers_503_and_does_nothing()
    {
        await using var server = await StartAsync(new ChaosOptions { SlowDown = 1 });
        var bucket = server.NewBucket();

        await server.PutAsync(bucket, "key").ShouldBeRefusedAsync(HttpStatusCode.ServiceUnavailable, "SlowDown");

        server.Store.Find(bucket, "key").ShouldBeNull();
    }

    [Fact]
    public async Task The_sdk_retries_through_a_rate_of_SlowDown()
    {
        await using var server = await StartAsync(new ChaosOptions { Seed = 1, SlowDown = 0.2 });
        var bucket = server.NewBucket();
        using var client = server.NewClient(retries: 10);

        for (var i = 0; i < 10; i++)
        {
            await client.PutObjectAsync(
                new PutObjectRequest { BucketName = bucket, Key = $"{i}", ContentBody = "content" }, Cancelled);
        }

        server.Store.List(bucket, new()).Objects.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Conflicts_befall_conditional_writes_only()
    {
        await using var server = await StartAsync(new ChaosOptions { Conflicts = 1 });
        var bucket = server.NewBucket();

        await server.PutAsync(bucket, "key", configure: request => request.IfNoneMatch = "*")
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "ConditionalRequestConflict");
        server.Store.Find(bucket, "key").ShouldBeNull();
        await server.PutAsync(bucket, "key");

        (await server.GetTextAsync(bucket, "key")).ShouldBe("content");
    }

    [Fact]
    public async Task A_dropped_response_is_a_write_that_happened_without_an_answer()
    {
        await using var server = await StartAsync(new ChaosOptions { DroppedResponses = 1 });
        var bucket = server.NewBucket();

        var failure = await Should.ThrowAsync<Exception>(server.PutAsync(bucket, "key"));

        failure.ShouldNotBeOfType<AmazonS3Exception>();
        server.Store.Find(bucket, "key").ShouldNotBeNull();
        (await server.GetTextAsync(bucket, "key")).ShouldBe("content");
    }

    [Fact]
    public async Task A_lost_answer_to_a_conditional_put_shows_up_as_412_after_the_sdks_retry()
    {
        await using var server = await StartAsync(new ChaosOptions { DroppedResponses = 1 });
        var bucket = server.NewBucket();
        using var client = server.NewClient(retries: 3);

        await client.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = "key", ContentBody = "mine", IfNoneMatch = "*" }, Cancelled)
            .ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed");

        (await server.GetTextAsync(bucket, "key")).ShouldBe("mine");
    }

    [Fact]
    public async Task An_exempt_access_key_is_spared()
    {
        await using var server = await StartAsync(
            new ChaosOptions { SlowDown = 1, Conflicts = 1, DroppedResponses = 1 });
        var bucket = server.NewBucket();
        using var exempt = server.NewClient(S3Faults.ExemptAccessKeyId);

        await exempt.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = "key", ContentBody = "content", IfNoneMatch = "*" },
            Cancelled);

        server.Store.Find(bucket, "key").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_denied_key_answers_403_until_it_is_allowed()
    {
        var faults = new S3Faults(new ChaosOptions());
        await using var server = new S3Server { Faults = faults };
        await server.InitializeAsync();
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "jars/secret.jar");
        await server.PutAsync(bucket, "jars/open.jar");

        faults.DenyRead("jars/s*.jar");
        await server.GetTextAsync(bucket, "jars/secret.jar")
            .ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "AccessDenied");
        (await server.GetTextAsync(bucket, "jars/open.jar")).ShouldBe("content");
        faults.AllowRead("jars/s*.jar");

        (await server.GetTextAsync(bucket, "jars/secret.jar")).ShouldBe("content");
    }

    private static async Task<S3Server> StartAsync(ChaosOptions options)
    {
        var server = new S3Server { Faults = new S3Faults(options) };
        await server.InitializeAsync();
        return server;
    }
}
