using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.Tests.S3;

public sealed class VersioningTests(S3Server server) : IClassFixture<S3Server>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bucket_made_over_the_wire_has_versioning_off_until_it_is_switched_on()
    {
        await server.Client.PutBucketAsync("made-over-the-wire", Cancelled);
        var first = await server.PutAsync("made-over-the-wire", "key", "1");
        await server.Client.PutBucketVersioningAsync(
            new PutBucketVersioningRequest
            {
                BucketName = "made-over-the-wire",
                VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled },
            },
            Cancelled);
        var second = await server.PutAsync("made-over-the-wire", "key", "2");

        first.VersionId.ShouldBeNull();
        second.VersionId.ShouldNotBeNullOrEmpty();
        (await server.GetTextAsync("made-over-the-wire", "key", "null")).ShouldBe("1");
        (await server.GetTextAsync("made-over-the-wire", "key")).ShouldBe("2");
        var versioning = await server.Client.GetBucketVersioningAsync("made-over-the-wire", Cancelled);
        versioning.VersioningConfig.Status.ShouldBe(VersionStatus.Enabled);
    }

    [Fact]
    public async Task Every_version_stays_readable_until_it_is_deleted_by_its_id()
    {
        var bucket = server.NewBucket();
        var first = await server.PutAsync(bucket, "key", "1");
        var second = await server.PutAsync(bucket, "key", "2");

        (await server.GetTextAsync(bucket, "key", first.VersionId)).ShouldBe("1");
        var deleted = await server.Client.DeleteObjectAsync(bucket, "key", second.VersionId, Cancelled);

        deleted.VersionId.ShouldBe(second.VersionId);
        (await server.GetTextAsync(bucket, "key")).ShouldBe("1");
        await server.GetTextAsync(bucket, "key", second.VersionId)
            .ShouldBeRefusedAsync(HttpStatusCode.NotFound, "NoSuchVersion");
    }

    [Fact]
    public async Task A_delete_marker_hides_the_object_until_the_marker_is_deleted()
    {
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "key", "hidden");

        var marker = await server.Client.DeleteObjectAsync(bucket, "key", Cancelled);
        marker.DeleteMarker.ShouldBe("true");
        await server.GetTextAsync(bucket, "key").ShouldBeRefusedAsync(HttpStatusCode.NotFound, "NoSuchKey");
        var unmarked = await server.Client.DeleteObjectAsync(bucket, "key", marker.VersionId, Cancelled);

        unmarked.DeleteMarker.ShouldBe("true");
        (await server.GetTextAsync(bucket, "key")).ShouldBe("hidden");
    }

    [Fact]
    public async Task Reading_behind_a_delete_marker_says_so_and_reading_the_marker_itself_is_not_allowed()
    {
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "key");
        var marker = server.Store.Delete(bucket, "key").VersionId;

        using var hidden = await server.SendAsync(HttpMethod.Head, $"/{bucket}/key");
        using var itself = await server.SendAsync(HttpMethod.Get, $"/{bucket}/key?versionId={marker}");

        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        hidden.Headers.GetValues("x-amz-delete-marker").ShouldBe(["true"]);
        hidden.Headers.GetValues("x-amz-version-id").ShouldBe([marker]);
        itself.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        itself.Headers.GetValues("x-amz-delete-marker").ShouldBe(["true"]);
        itself.Content.Headers.Allow.ShouldBe(["DELETE"]);
    }

    [Fact]
    public async Task Without_versioning_a_put_replaces_and_a_delete_removes()
    {
        var bucket = server.NewBucket(BucketVersioning.Off);
        await server.PutAsync(bucket, "key", "1");
        await server.PutAsync(bucket, "key", "2");
        var deleted = await server.Client.DeleteObjectAsync(bucket, "key", Cancelled);
        var again = await server.Client.DeleteObjectAsync(bucket, "key", Cancelled);

        deleted.VersionId.ShouldBeNull();
        again.HttpStatusCode.ShouldBe(HttpStatusCode.NoContent);
        server.Store.ListVersions(bucket, new ListingQuery()).Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_suspended_writes_replace_the_null_version_and_leave_the_others()
    {
        var bucket = server.NewBucket();
        var kept = await server.PutAsync(bucket, "key", "kept");
        server.Store.SetVersioning(bucket, BucketVersioning.Suspended);

        await server.PutAsync(bucket, "key", "1");
        await server.PutAsync(bucket, "key", "2");
        var marker = await server.Client.DeleteObjectAsync(bucket, "key", Cancelled);

        marker.VersionId.ShouldBe("null");
        server.Store.ListVersions(bucket, new ListingQuery()).Objects.Select(each => each.Version.VersionId)
            .ShouldBe(["null", kept.VersionId]);
        (await server.GetTextAsync(bucket, "key", kept.VersionId)).ShouldBe("kept");
    }

    [Fact]
    public async Task A_batch_delete_answers_for_each_key_and_quietly_for_errors_only()
    {
        var bucket = server.NewBucket();
        var version = await server.PutAsync(bucket, "versioned", "1");
        await server.PutAsync(bucket, "marked", "1");
        var request = new DeleteObjectsRequest
        {
            BucketName = bucket,
            Objects =
            [
                new KeyVersion { Key = "versioned", VersionId = version.VersionId },
                new KeyVersion { Key = "marked" },
                new KeyVersion { Key = "never was" },
            ],
        };

        var loud = await server.Client.DeleteObjectsAsync(request, Cancelled);
        request.Quiet = true;
        var quiet = await server.Client.DeleteObjectsAsync(request, Cancelled);

        loud.DeletedObjects.Select(each => (each.Key, each.DeleteMarker)).ShouldBe(
            [("versioned", null), ("marked", true), ("never was", true)]);
        loud.DeletedObjects[1].DeleteMarkerVersionId.ShouldNotBeNullOrEmpty();
        quiet.DeletedObjects.ShouldBeNull();
        server.Store.List(bucket, new ListingQuery()).Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bucket_with_versions_left_cannot_be_deleted()
    {
        var bucket = server.NewBucket();
        await server.PutAsync(bucket, "key");
        server.Store.Delete(bucket, "key");

        await server.Client.DeleteBucketAsync(bucket, Cancelled)
            .ShouldBeRefusedAsync(HttpStatusCode.Conflict, "BucketNotEmpty");
    }
}
