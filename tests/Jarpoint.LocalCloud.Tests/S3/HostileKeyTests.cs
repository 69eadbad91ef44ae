using System.Net;
using Amazon.S3.Model;

namespace Jarpoint.LocalCloud.Tests.S3;

public sealed class HostileKeyTests(S3Server server) : IClassFixture<S3Server>
{
    [Theory]
    [MemberData(nameof(HostileKeys.CasesOfTheSdk), MemberType = typeof(HostileKeys))]
    public async Task A_hostile_key_survives_put_get_copy_list_and_delete(string key)
    {
        var bucket = server.NewBucket();

        await server.PutAsync(bucket, key, "hostile");
        server.Store.Find(bucket, key).ShouldNotBeNull();
        (await server.GetTextAsync(bucket, key)).ShouldBe("hostile");
        await server.Client.CopyObjectAsync(bucket, key, bucket, "copy", TestContext.Current.CancellationToken);
        (await server.GetTextAsync(bucket, "copy")).ShouldBe("hostile");
        (await ListedAsync(bucket)).ShouldContain(key);
        await server.Client.DeleteObjectAsync(bucket, key, TestContext.Current.CancellationToken);

        server.Store.Find(bucket, key).ShouldBeNull();
        (await ListedAsync(bucket)).ShouldBe(["copy"]);
    }

    [Theory]
    [MemberData(nameof(HostileKeys.Cases), MemberType = typeof(HostileKeys))]
    public async Task A_hostile_key_on_the_raw_request_line_means_itself_in_both_addressing_styles(string key)
    {
        var bucket = server.NewBucket();
        var escaped = string.Concat(System.Text.Encoding.UTF8.GetBytes(key).Select(each => $"%{each:x2}"));

        using var put = await server.SendAsync(HttpMethod.Put, $"/{bucket}/{escaped}", new StringContent("raw"));
        using var get = await server.SendAsync(
            HttpMethod.Get, $"/{escaped}", configure: request => request.Headers.Host = $"{bucket}.s3.localhost:1");

        put.StatusCode.ShouldBe(HttpStatusCode.OK);
        server.Store.Find(bucket, key).ShouldNotBeNull();
        (await get.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("raw");
    }

    [Fact]
    public async Task Hostile_keys_are_deleted_in_a_batch()
    {
        var bucket = server.NewBucket(Jarpoint.LocalCloud.S3.State.BucketVersioning.Off);
        foreach (var key in HostileKeys.InXml)
        {
            await server.Store.PutAsync(
                bucket, key, Stream.Null, cancellationToken: TestContext.Current.CancellationToken);
        }

        var answer = await server.Client.DeleteObjectsAsync(
            new DeleteObjectsRequest
            {
                BucketName = bucket,
                Objects = [.. HostileKeys.InXml.Select(key => new KeyVersion { Key = key })],
            },
            TestContext.Current.CancellationToken);

        answer.DeletedObjects.Select(each => each.Key).ShouldBe(HostileKeys.InXml);
        server.Store.List(bucket, new()).Objects.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/a/../b", "a/../b")]
    [InlineData("/a//b/", "a//b/")]
    [InlineData("/a+b", "a+b")]
    [InlineData("/a%2Fb%2fc", "a/b/c")]
    public async Task The_path_is_not_normalized(string path, string key)
    {
        var bucket = server.NewBucket();

        using var put = await server.SendAsync(HttpMethod.Put, $"/{bucket}{path}", new StringContent("raw"));

        put.StatusCode.ShouldBe(HttpStatusCode.OK);
        server.Store.Find(bucket, key).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("bucket.localhost")]
    [InlineData("bucket.s3.localhost")]
    [InlineData("bucket.s3.eu-west-1.amazonaws.com")]
    public async Task The_bucket_may_be_in_the_host_name(string host)
    {
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "key", "virtual");

        using var get = await server.SendAsync(HttpMethod.Get, "/key", configure: request =>
            request.Headers.Host = host.Replace("bucket", bucket, StringComparison.Ordinal));

        (await get.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("virtual");
    }

    [Theory]
    [InlineData(1025, 'k')]
    [InlineData(513, 'é')]
    public async Task A_key_of_more_than_1024_bytes_is_too_long(int length, char filler)
    {
        await server.PutAsync(server.NewBucket(), new string(filler, length))
            .ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "KeyTooLongError");
    }

    [Fact]
    public async Task Keys_that_are_not_text_are_refused()
    {
        using var answer = await server.SendAsync(HttpMethod.Put, $"/{server.NewBucket()}/%ff%fe", new StringContent(""));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("InvalidURI");
    }

    // The SDK passes the encoding on and leaves the decoding to its caller.
    private async Task<IEnumerable<string>> ListedAsync(string bucket)
    {
        var listing = await server.Client.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = bucket, Encoding = Amazon.S3.EncodingType.Url },
            TestContext.Current.CancellationToken);
        return listing.S3Objects.Select(listed => WebUtility.UrlDecode(listed.Key));
    }
}
