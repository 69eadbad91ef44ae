using System.Globalization;
using System.Net;
using Amazon.S3.Model;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.Tests.S3;

public sealed class ReadTests(S3Server server) : IClassFixture<S3Server>
{
    private const string Content = "0123456789";

    [Theory]
    [InlineData("bytes=0-0", "0", "bytes 0-0/10")]
    [InlineData("bytes=2-5", "2345", "bytes 2-5/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=7-99", "789", "bytes 7-9/10")]
    [InlineData("bytes=-3", "789", "bytes 7-9/10")]
    [InlineData("bytes=-99", Content, "bytes 0-9/10")]
    public async Task A_range_answers_206_with_its_bytes(string range, string expected, string contentRange)
    {
        using var answer = await GetAsync(await ObjectAsync(), ("Range", range));

        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await TextAsync(answer)).ShouldBe(expected);
        answer.Content.Headers.ContentLength.ShouldBe(expected.Length);
        answer.Content.Headers.GetValues("Content-Range").ShouldBe([contentRange]);
    }

    [Theory]
    [InlineData("bytes=5-2")]
    [InlineData("bytes=0-1,4-5")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=-")]
    [InlineData("lines=0-1")]
    public async Task A_range_that_is_not_understood_answers_the_whole_object(string range)
    {
        using var answer = await GetAsync(await ObjectAsync(), ("Range", range));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TextAsync(answer)).ShouldBe(Content);
    }

    [Theory]
    [InlineData("bytes=10-", Content)]
    [InlineData("bytes=10-20", Content)]
    [InlineData("bytes=-0", Content)]
    [InlineData("bytes=0-", "")]
    [InlineData("bytes=-1", "")]
    public async Task A_range_outside_the_object_answers_416_InvalidRange(string range, string content)
    {
        using var answer = await GetAsync(await ObjectAsync(content), ("Range", range));

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        var error = await TextAsync(answer);
        error.ShouldContain("<Code>InvalidRange</Code>");
        error.ShouldContain($"<ActualObjectSize>{content.Length}</ActualObjectSize>");
    }

    [Fact]
    public async Task If_match_answers_412_and_if_none_match_304_by_the_etag()
    {
        var target = await ObjectAsync();
        using var head = await server.SendAsync(HttpMethod.Head, target);
        var etag = head.Headers.ETag!.Tag;

        using var matching = await GetAsync(target, ("If-Match", etag));
        using var other = await GetAsync(target, ("If-Match", "\"other\""));
        using var same = await GetAsync(target, ("If-None-Match", etag));
        using var changed = await GetAsync(target, ("If-None-Match", "\"other\""));

        matching.StatusCode.ShouldBe(HttpStatusCode.OK);
        other.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        same.Headers.ETag!.Tag.ShouldBe(etag);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Date_conditions_compare_whole_seconds()
    {
        var target = await ObjectAsync();
        using var head = await server.SendAsync(HttpMethod.Head, target);
        var modified = head.Content.Headers.LastModified!.Value;

        using var notSince = await GetAsync(target, ("If-Modified-Since", HttpDate(modified)));
        using var since = await GetAsync(target, ("If-Modified-Since", HttpDate(modified.AddSeconds(-1))));
        using var untouched = await GetAsync(target, ("If-Unmodified-Since", HttpDate(modified)));
        using var touched = await GetAsync(target, ("If-Unmodified-Since", HttpDate(modified.AddSeconds(-1))));

        notSince.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        since.StatusCode.ShouldBe(HttpStatusCode.OK);
        untouched.StatusCode.ShouldBe(HttpStatusCode.OK);
        touched.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task An_etag_condition_silences_the_date_condition_of_its_kind()
    {
        var target = await ObjectAsync();
        using var head = await server.SendAsync(HttpMethod.Head, target);
        var (etag, modified) = (head.Headers.ETag!.Tag, head.Content.Headers.LastModified!.Value);

        using var matching = await GetAsync(
            target, ("If-Match", etag), ("If-Unmodified-Since", HttpDate(modified.AddDays(-1))));
        using var changed = await GetAsync(
            target, ("If-None-Match", "\"other\""), ("If-Modified-Since", HttpDate(modified)));

        matching.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Head_has_the_headers_of_get_and_no_body()
    {
        var target = await ObjectAsync();

        using var get = await server.SendAsync(HttpMethod.Get, target);
        using var head = await server.SendAsync(HttpMethod.Head, target);

        head.Content.Headers.ContentLength.ShouldBe(Content.Length);
        head.Headers.ETag.ShouldBe(get.Headers.ETag);
        head.Content.Headers.LastModified.ShouldBe(get.Content.Headers.LastModified);
        head.Headers.GetValues("x-amz-version-id").ShouldBe(get.Headers.GetValues("x-amz-version-id"));
        head.Headers.Date.ShouldNotBeNull();
        head.Headers.GetValues("x-amz-request-id").Single().Length.ShouldBe(16);
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Metadata_and_system_headers_come_back_and_the_framing_does_not()
    {
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "key", configure: request =>
        {
            request.ContentType = "application/java-archive";
            request.Headers.CacheControl = "max-age=60";
            request.Headers.ContentEncoding = "gzip";
            request.Metadata["origin"] = "a laptop";
        });

        var head = await server.Client.GetObjectMetadataAsync(bucket, "key", TestContext.Current.CancellationToken);

        head.Headers.ContentType.ShouldBe("application/java-archive");
        head.Headers.CacheControl.ShouldBe("max-age=60");
        head.Headers.ContentEncoding.ShouldBe("gzip");
        head.Metadata["x-amz-meta-origin"].ShouldBe("a laptop");
    }

    [Fact]
    public async Task A_presigned_address_reads_with_response_overrides()
    {
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "a b+c", "presigned");
        var address = await server.Client.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = bucket,
            Key = "a b+c",
            Expires = DateTime.UnixEpoch.AddYears(80),
            Protocol = Amazon.S3.Protocol.HTTP,
            ResponseHeaderOverrides = new ResponseHeaderOverrides { ContentType = "text/x-override" },
        });

        using var answer = await server.Http.GetAsync(new Uri(address), TestContext.Current.CancellationToken);

        (await TextAsync(answer)).ShouldBe("presigned");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/x-override");
    }

    [Fact]
    public async Task What_is_missing_is_named_in_the_error_document()
    {
        var bucket = server.NewBucket(BucketVersioning.Off);

        using var answer = await GetAsync($"/{bucket}/missing.jar");
        var error = await TextAsync(answer);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var part in (string[])["<Code>NoSuchKey</Code>", "<Key>missing.jar</Key>", "<RequestId>", "<HostId>",
            $"<Resource>/{bucket}/missing.jar</Resource>"])
        {
            error.ShouldContain(part);
        }

        using var noBucket = await GetAsync("/no-such-bucket/key");
        (await TextAsync(noBucket)).ShouldContain("<Code>NoSuchBucket</Code>");
    }

    [Theory]
    [InlineData("GET", "?acl", "GetBucketAcl")]
    [InlineData("PUT", "?lifecycle", "PutBucketLifecycleConfiguration")]
    [InlineData("GET", "/key?tagging", "GetObjectTagging")]
    [InlineData("POST", "/key?select&select-type=2", "PostObjectSelectContent")]
    public async Task What_is_not_emulated_answers_501_and_names_the_operation(string method, string rest, string name)
    {
        using var answer = await server.SendAsync(HttpMethod.Parse(method), $"/{server.NewBucket()}{rest}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
        (await TextAsync(answer)).ShouldContain(name);
    }

    private static string HttpDate(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);

    private static Task<string> TextAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private async Task<string> ObjectAsync(string content = Content)
    {
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "key", content);
        return $"/{bucket}/key";
    }

    private Task<HttpResponseMessage> GetAsync(string target, params (string Name, string Value)[] headers) =>
        server.SendAsync(HttpMethod.Get, target, configure: request =>
        {
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        });
}
