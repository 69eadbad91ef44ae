using System.Net;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.Tests.S3;

/// <summary>Each answer was recorded from AWS.</summary>
public sealed class ConditionalPutTests(S3Server server) : IClassFixture<S3Server>
{
    private const string AnotherETag = "\"0123456789abcdef0123456789abcdef\"";

    [Fact]
    public async Task Put_if_none_match_answers_412_when_the_key_exists()
    {
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "key");

        await server.PutAsync(bucket, "key", "other", request => request.IfNoneMatch = "*")
            .ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed");

        (await server.GetTextAsync(bucket, "key")).ShouldBe("content");
    }

    [Theory]
    [InlineData(BucketVersioning.Off)]
    [InlineData(BucketVersioning.Enabled)]
    [InlineData(BucketVersioning.Suspended)]
    public async Task Put_if_none_match_succeeds_when_the_key_was_deleted(BucketVersioning versioning)
    {
        var bucket = server.NewBucket(versioning);
        await server.PutAsync(bucket, "key");
        server.Store.Delete(bucket, "key");

        await server.PutAsync(bucket, "key", "again", request => request.IfNoneMatch = "*");

        (await server.GetTextAsync(bucket, "key")).ShouldBe("again");
    }

    [Fact]
    public async Task Put_if_match_succeeds_with_the_current_etag()
    {
        var bucket = server.NewBucket();
        var first = await server.PutAsync(bucket, "key");

        await server.PutAsync(bucket, "key", "next", request => request.IfMatch = first.ETag);

        (await server.GetTextAsync(bucket, "key")).ShouldBe("next");
    }

    [Fact]
    public async Task Put_if_match_answers_412_on_another_etag()
    {
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "key");

        await server.PutAsync(bucket, "key", "other", request => request.IfMatch = AnotherETag)
            .ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed");
    }

    [Fact]
    public async Task Put_if_match_answers_404_NoSuchKey_when_the_key_is_gone()
    {
        var bucket = server.NewBucket(BucketVersioning.Off);
        var first = await server.PutAsync(bucket, "key");
        server.Store.Delete(bucket, "key");

        await server.PutAsync(bucket, "key", "other", request => request.IfMatch = first.ETag)
            .ShouldBeRefusedAsync(HttpStatusCode.NotFound, "NoSuchKey");
    }

    [Fact]
    public async Task Put_if_match_answers_404_NoSuchKey_when_the_current_version_is_a_delete_marker()
    {
        var bucket = server.NewBucket();
        var first = await server.PutAsync(bucket, "key");
        server.Store.Delete(bucket, "key").IsDeleteMarker.ShouldBeTrue();

        await server.PutAsync(bucket, "key", "other", request => request.IfMatch = first.ETag)
            .ShouldBeRefusedAsync(HttpStatusCode.NotFound, "NoSuchKey");
    }

    [Theory]
    [InlineData("*", null)]
    [InlineData(null, AnotherETag)]
    [InlineData(AnotherETag, "*")]
    public async Task Put_answers_501_to_if_match_star_if_none_match_etag_and_both_headers(
        string? ifMatch, string? ifNoneMatch)
    {
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "existing");

        foreach (var key in (string[])["existing", "missing"])
        {
            await server.PutAsync(bucket, key, "other", request =>
            {
                request.IfMatch = ifMatch;
                request.IfNoneMatch = ifNoneMatch;
            }).ShouldBeRefusedAsync(HttpStatusCode.NotImplemented, "NotImplemented");
        }
    }

    [Fact]
    public async Task Exactly_one_of_sixteen_concurrent_conditional_puts_wins()
    {
        var bucket = server.NewBucket();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            try
            {
                await server.PutAsync(bucket, "key", $"writer {writer}", request => request.IfNoneMatch = "*");
                return writer;
            }
            catch (Amazon.S3.AmazonS3Exception e) when (e.ErrorCode == "PreconditionFailed")
            {
                return -1;
            }
        }));

        var winner = outcomes.Where(outcome => outcome >= 0).ShouldHaveSingleItem();
        (await server.GetTextAsync(bucket, "key")).ShouldBe($"writer {winner}");
    }

    [Fact]
    public async Task No_update_is_lost_among_concurrent_compare_and_swap_writers()
    {
        const int Writers = 8, Rounds = 5;
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "counter", "0");

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            for (var done = 0; done < Rounds;)
                done += await IncrementAsync(bucket) ? 1 : 0;
        }));

        (await server.GetTextAsync(bucket, "counter")).ShouldBe($"{Writers * Rounds}");
    }

    private async Task<bool> IncrementAsync(string bucket)
    {
        using var current = await server.Client.GetObjectAsync(bucket, "counter", TestContext.Current.CancellationToken);
        using var reader = new StreamReader(current.ResponseStream);
        var value = int.Parse(
            await reader.ReadToEndAsync(TestContext.Current.CancellationToken),
            System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            await server.PutAsync(bucket, "counter", $"{value + 1}", request => request.IfMatch = current.ETag);
            return true;
        }
        catch (Amazon.S3.AmazonS3Exception e) when (e.ErrorCode == "PreconditionFailed")
        {
            return false;
        }
    }
}
