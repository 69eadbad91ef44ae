using System.Text;
using Jarpoint.Catalog.Storage;
using Jarpoint.Functions.Storage;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.Functions.Tests.Storage;

/// <summary>What the adapter makes of answers that a healthy server does not give on demand.</summary>
public sealed class S3ObjectStoreTests
{
    private static readonly ObjectReference Jar = new("jars/a.jar", "v1", "e1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(404, "NoSuchKey", "Missing")]
    [InlineData(404, "NoSuchVersion", "Missing")]
    [InlineData(405, "MethodNotAllowed", "Missing")]
    [InlineData(412, "PreconditionFailed", "Changed")]
    [InlineData(403, "AccessDenied", "ObjectAccessDeniedException")]
    [InlineData(403, "RequestTimeTooSkewed", "S3RequestException")]
    [InlineData(404, "NoSuchBucket", "S3RequestException")]
    [InlineData(503, "SlowDown", "S3RequestException")]
    public async Task Classifies_the_error_of_a_read_by_its_codes(int status, string code, string expected)
    {
        await using var server = await CannedS3.FailingAsync(status, code);
        (await NameAsync(server.Store().GetAsync(Jar, Cancellation))).ShouldBe(expected);
        (await NameAsync(server.Store().GetRangeAsync(Jar, 0, new byte[8], Cancellation))).ShouldBe(expected);
    }

    [Theory]
    [InlineData(404, "Missing")]
    [InlineData(405, "Missing")]
    [InlineData(412, "Changed")]
    [InlineData(403, "ObjectAccessDeniedException")]
    [InlineData(503, "S3RequestException")]
    public async Task Classifies_the_error_of_a_head_by_its_status(int status, string expected)
    {
        await using var server = await CannedS3.FailingAsync(status, "none: a HEAD has no body");
        (await NameAsync(server.Store().HeadAsync(Jar, Cancellation))).ShouldBe(expected);
    }

    [Theory]
    [InlineData(412, "PreconditionFailed", "PreconditionFailed")]
    [InlineData(404, "NoSuchKey", "PreconditionFailed")]
    [InlineData(409, "ConditionalRequestConflict", "Conflict")]
    [InlineData(409, "OperationAborted", "Conflict")]
    [InlineData(409, "BucketNotEmpty", "S3RequestException")]
    [InlineData(404, "NoSuchBucket", "S3RequestException")]
    [InlineData(403, "AccessDenied", "ObjectAccessDeniedException")]
    [InlineData(501, "NotImplemented", "S3RequestException")]
    public async Task Classifies_the_error_of_a_write_by_its_codes(int status, string code, string expected)
    {
        await using var server = await CannedS3.FailingAsync(status, code);
        var write = new ObjectWrite("catalog/v1/head.json", "{}"u8.ToArray(), new PutCondition.Matches("e"));
        (await NameAsync(server.Store().PutAsync(write, Cancellation))).ShouldBe(expected);
    }

    [Theory]
    [InlineData(404, "NoSuchKey", "SourceGone")]
    [InlineData(412, "PreconditionFailed", "SourceGone")]
    [InlineData(403, "InvalidObjectState", "SourceGone")]
    [InlineData(403, "AccessDenied", "ObjectAccessDeniedException")]
    [InlineData(503, "SlowDown", "S3RequestException")]
    public async Task Classifies_the_error_of_a_copy_by_its_codes(int status, string code, string expected)
    {
        await using var server = await CannedS3.FailingAsync(status, code);
        (await NameAsync(server.Store().CopyAsync(Jar, "maven2/a.jar", "application/java-archive", Cancellation)))
            .ShouldBe(expected);
    }

    [Fact]
    public async Task An_error_names_the_object_and_the_code()
    {
        await using var server = await CannedS3.FailingAsync(503, "SlowDown");
        var fault = await Should.ThrowAsync<S3RequestException>(server.Store().GetAsync(Jar, Cancellation));
        fault.Message.ShouldBe("s3://spark-jars/jars/a.jar@v1: S3 answered 503 SlowDown");
    }

    [Fact]
    public async Task A_range_is_sent_with_its_version_and_the_ETag_it_must_match()
    {
        await using var server = await CannedS3.StartAsync(context =>
        {
            context.Response.StatusCode = 206;
            context.Request.QueryString.Value.ShouldBe("?versionId=v1");
            return context.Response.WriteAsync("3456");
        });
        var buffer = new byte[10];
        (await server.Store().GetRangeAsync(Jar, 3, buffer, Cancellation)).ShouldBe(new RangeOutcome.Read(4));
        Encoding.ASCII.GetString(buffer, 0, 4).ShouldBe("3456");
        var sent = server.Requests.ShouldHaveSingleItem();
        sent.Headers["Range"].ShouldBe("bytes=3-12");
        sent.Headers["If-Match"].ShouldBe("\"e1\"");
    }

    [Fact]
    public async Task A_range_that_the_server_ignored_is_never_taken_for_the_bytes_asked_for()
    {
        await using var server = await CannedS3.StartAsync(context => context.Response.WriteAsync("0123456789"));
        await Should.ThrowAsync<NotSupportedException>(server.Store().GetRangeAsync(Jar, 3, new byte[4], Cancellation));
    }

    [Fact]
    public async Task A_range_past_the_end_is_empty_and_an_empty_range_is_not_asked_for()
    {
        await using var server = await CannedS3.FailingAsync(416, "InvalidRange");
        (await server.Store().GetRangeAsync(Jar, 9, new byte[4], Cancellation)).ShouldBe(new RangeOutcome.Read(0));
        (await server.Store().GetRangeAsync(Jar, 9, Memory<byte>.Empty, Cancellation)).ShouldBe(new RangeOutcome.Read(0));
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_write_is_sent_whole_with_its_condition_and_a_checksum()
    {
        await using var server = await CannedS3.StartAsync(context =>
        {
            context.Response.Headers.ETag = "\"stored\"";
            return Task.CompletedTask;
        });
        var write = new ObjectWrite("k", "12345"u8.ToArray(), new PutCondition.Absent()) { CacheControl = "max-age=5" };
        (await server.Store().PutAsync(write, Cancellation)).ShouldBe(new PutOutcome.Stored("stored", null));
        var sent = server.Requests.ShouldHaveSingleItem();
        sent.Body.ShouldBe("12345"u8.ToArray());
        sent.Headers["If-None-Match"].ShouldBe("*");
        sent.Headers["Content-Type"].ShouldBe("application/json");
        sent.Headers["Cache-Control"].ShouldBe("max-age=5");
        sent.Headers["x-amz-checksum-crc32"].ShouldNotBeNullOrEmpty();
        sent.Headers.ShouldNotContainKey("Content-Encoding");
    }

    [Theory]
    [InlineData("FULL_OBJECT", "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81")]
    [InlineData("COMPOSITE", null)]
    public async Task Only_a_checksum_of_the_full_object_is_a_digest(string type, string? expected)
    {
        await using var server = await CannedS3.StartAsync(context =>
        {
            context.Response.Headers["x-amz-checksum-sha256"] = "A5BYxvLAy0ksUzsKTRTvd8wPeKvMztUofYShogEc+4E=";
            context.Response.Headers["x-amz-checksum-type"] = type;
            return Task.CompletedTask;
        });
        (await server.Store().HeadAsync(Jar, Cancellation)).ShouldBeOfType<HeadOutcome.Found>().Metadata.Sha256
            .ShouldBe(expected);
        server.Requests.ShouldHaveSingleItem().Headers["x-amz-checksum-mode"].ShouldBe("ENABLED");
    }

    [Fact]
    public async Task A_missing_object_is_dated_by_the_clock_of_the_server()
    {
        await using var server = await CannedS3.StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            context.Response.Headers.Date = "Wed, 04 Mar 2026 05:06:07 GMT";
            return Task.CompletedTask;
        });
        (await server.Store().HeadAsync(Jar, Cancellation)).ShouldBe(
            new HeadOutcome.Missing(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("<EncodingType>url</EncodingType>", "a%2Bb+c%0A%25.jar", "a+b c\n%.jar")]
    [InlineData("", "a+b%25.jar", "a+b%25.jar")]
    public async Task A_listed_key_is_decoded_when_the_server_says_it_is_encoded(string encoding, string key, string expected)
    {
        await using var server = await CannedS3.StartAsync(context => context.Response.WriteAsync(
            $"<ListBucketResult>{encoding}<IsTruncated>false</IsTruncated><Contents><Key>{key}</Key>"
            + "<LastModified>2026-03-04T05:06:07.000Z</LastModified><ETag>\"e\"</ETag><Size>3</Size></Contents></ListBucketResult>"));
        var listed = new List<ListedObject>();
        await foreach (var one in server.Store().ListAsync("a", null, Cancellation))
        {
            listed.Add(one);
        }

        listed.ShouldBe([new ListedObject(expected, 3, "e", new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero))]);
    }

    private static async Task<string> NameAsync<T>(Task<T> outcome)
        where T : notnull
    {
        try
        {
            return (await outcome).GetType().Name;
        }
        catch (Exception e) when (e is ObjectAccessDeniedException or S3RequestException)
        {
            return e.GetType().Name;
        }
    }
}
