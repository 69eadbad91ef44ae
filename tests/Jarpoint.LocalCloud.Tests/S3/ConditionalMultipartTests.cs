using System.Net;
using Amazon.S3.Model;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.Tests.S3;

/// <summary>Each answer was recorded from AWS.</summary>
public sealed class ConditionalMultipartTests(S3Server server) : IClassFixture<S3Server>
{
    [Fact]
    public async Task Complete_if_match_after_a_put_in_between_answers_412_then_409_with_the_current_etag()
    {
        var bucket = server.NewBucket();
        var before = await server.PutAsync(bucket, "key", "before");
        var upload = await BeginAsync(bucket);
        var between = await server.PutAsync(bucket, "key", "between");

        await CompleteAsync(upload, request => request.IfMatch = before.ETag)
            .ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed");
        await CompleteAsync(upload, request => request.IfMatch = between.ETag)
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "ConditionalRequestConflict");
        await CompleteAsync(await BeginAsync(bucket), request => request.IfMatch = between.ETag);

        (await server.GetTextAsync(bucket, "key")).ShouldBe("part");
    }

    [Theory]
    [InlineData(BucketVersioning.Off)]
    [InlineData(BucketVersioning.Enabled)]
    public async Task Complete_if_none_match_after_a_delete_in_between_answers_409(BucketVersioning versioning)
    {
        var bucket = server.NewBucket(versioning);
        await server.PutAsync(bucket, "key", "before");
        var upload = await BeginAsync(bucket);
        server.Store.Delete(bucket, "key");

        await CompleteAsync(upload, request => request.IfNoneMatch = "*")
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "ConditionalRequestConflict");
        await CompleteAsync(await BeginAsync(bucket), request => request.IfNoneMatch = "*");
    }

    [Fact]
    public async Task Complete_if_none_match_answers_412_when_the_key_exists()
    {
        var bucket = server.NewBucket();
        var upload = await BeginAsync(bucket);
        await server.PutAsync(bucket, "key", "between");

        await CompleteAsync(upload, request => request.IfNoneMatch = "*")
            .ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed");
    }

    [Fact]
    public async Task Complete_if_match_answers_404_NoSuchKey_when_the_key_is_gone()
    {
        var bucket = server.NewBucket();
        var before = await server.PutAsync(bucket, "key", "before");
        var upload = await BeginAsync(bucket);
        server.Store.Delete(bucket, "key");

        await CompleteAsync(upload, request => request.IfMatch = before.ETag)
            .ShouldBeRefusedAsync(HttpStatusCode.NotFound, "NoSuchKey");
    }

    [Fact]
    public async Task Complete_without_a_condition_ignores_what_happened_in_between()
    {
        var bucket = server.NewBucket();
        var upload = await BeginAsync(bucket);
        await server.PutAsync(bucket, "key", "between");

        await CompleteAsync(upload, _ => { });

        (await server.GetTextAsync(bucket, "key")).ShouldBe("part");
    }

    private async Task<CompleteMultipartUploadRequest> BeginAsync(string bucket)
    {
        var upload = await server.Client.InitiateMultipartUploadAsync(
            bucket, "key", TestContext.Current.CancellationToken);
        using var content = new MemoryStream("part"u8.ToArray());
        var part = await server.Client.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = bucket,
                Key = "key",
                UploadId = upload.UploadId,
                PartNumber = 1,
                InputStream = content,
            },
            TestContext.Current.CancellationToken);
        return new CompleteMultipartUploadRequest
        {
            BucketName = bucket,
            Key = "key",
            UploadId = upload.UploadId,
            PartETags = [new PartETag(1, part.ETag)],
        };
    }

    private Task<CompleteMultipartUploadResponse> CompleteAsync(
        CompleteMultipartUploadRequest upload, Action<CompleteMultipartUploadRequest> condition)
    {
        upload.IfMatch = upload.IfNoneMatch = null;
        condition(upload);
        return server.Client.CompleteMultipartUploadAsync(upload, TestContext.Current.CancellationToken);
    }
}
