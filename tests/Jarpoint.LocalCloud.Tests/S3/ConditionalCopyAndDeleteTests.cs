using System.Net;
using Amazon.S3.Model;

namespace Jarpoint.LocalCloud.Tests.S3;

/// <summary>Each answer was recorded from AWS.</summary>
public sealed class ConditionalCopyAndDeleteTests(S3Server server) : IClassFixture<S3Server>
{
    private const string AnotherETag = "\"0123456789abcdef0123456789abcdef\"";

    [Fact]
    public async Task Copy_if_none_match_answers_412_when_the_destination_exists_and_copies_when_not()
    {
        var bucket = await SourceAsync();
        await server.PutAsync(bucket, "taken", "other");

        await CopyAsync(bucket, "taken", request => request.IfNoneMatch = "*")
            .ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed");
        await CopyAsync(bucket, "free", request => request.IfNoneMatch = "*");

        (await server.GetTextAsync(bucket, "free")).ShouldBe("source");
    }

    [Fact]
    public async Task Copy_if_match_answers_412_on_another_etag_and_404_when_the_destination_is_gone()
    {
        var bucket = await SourceAsync();
        var target = await server.PutAsync(bucket, "target", "other");

        await CopyAsync(bucket, "target", request => request.IfMatch = AnotherETag)
            .ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed");
        await CopyAsync(bucket, "gone", request => request.IfMatch = AnotherETag)
            .ShouldBeRefusedAsync(HttpStatusCode.NotFound, "NoSuchKey");
        await CopyAsync(bucket, "target", request => request.IfMatch = target.ETag);

        (await server.GetTextAsync(bucket, "target")).ShouldBe("source");
    }

    [Fact]
    public async Task Copy_answers_412_when_the_source_is_not_in_the_named_state()
    {
        var bucket = await SourceAsync();
        var source = await server.Client.GetObjectMetadataAsync(bucket, "source", TestContext.Current.CancellationToken);

        await CopyAsync(bucket, "target", request => request.ETagToMatch = AnotherETag)
            .ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed");
        await CopyAsync(bucket, "target", request => request.ETagToNotMatch = source.ETag)
            .ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed");
        await CopyAsync(bucket, "target", request => request.ETagToMatch = source.ETag);
    }

    [Fact]
    public async Task Delete_if_match_answers_412_on_another_etag()
    {
        var bucket = await SourceAsync();

        await DeleteAsync(bucket, request => request.IfMatch = AnotherETag)
            .ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed");

        (await server.GetTextAsync(bucket, "source")).ShouldBe("source");
    }

    [Fact]
    public async Task Delete_if_match_deletes_the_object_with_that_etag()
    {
        var bucket = await SourceAsync();
        var source = await server.Client.GetObjectMetadataAsync(bucket, "source", TestContext.Current.CancellationToken);

        await DeleteAsync(bucket, request => request.IfMatch = source.ETag);

        server.Store.Find(bucket, "source").ShouldBeNull();
    }

    [Fact]
    public async Task Delete_answers_501_to_conditions_on_size_and_time_in_a_general_bucket()
    {
        var bucket = await SourceAsync();

        await DeleteAsync(bucket, request => request.IfMatchSize = 6)
            .ShouldBeRefusedAsync(HttpStatusCode.NotImplemented, "NotImplemented");
        await DeleteAsync(bucket, request => request.IfMatchLastModifiedTime = DateTime.UnixEpoch)
            .ShouldBeRefusedAsync(HttpStatusCode.NotImplemented, "NotImplemented");

        server.Store.Find(bucket, "source").ShouldNotBeNull();
    }

    private async Task<string> SourceAsync()
    {
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "source", "source");
        return bucket;
    }

    private Task<CopyObjectResponse> CopyAsync(string bucket, string target, Action<CopyObjectRequest> configure)
    {
        var request = new CopyObjectRequest
        {
            SourceBucket = bucket,
            SourceKey = "source",
            DestinationBucket = bucket,
            DestinationKey = target,
        };
        configure(request);
        return server.Client.CopyObjectAsync(request, TestContext.Current.CancellationToken);
    }

    private Task<DeleteObjectResponse> DeleteAsync(string bucket, Action<DeleteObjectRequest> configure)
    {
        var request = new DeleteObjectRequest { BucketName = bucket, Key = "source" };
        configure(request);
        return server.Client.DeleteObjectAsync(request, TestContext.Current.CancellationToken);
    }
}
