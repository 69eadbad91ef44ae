using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.Tests.S3;

public sealed class PersistenceTests
{
    [Fact]
    public async Task Reopening_restores_buckets_versions_markers_and_metadata()
    {
        using var temporary = new TemporaryStore();
        var first = await temporary.PutAsync("key", "1");
        var second = await temporary.Store.PutAsync(
            TemporaryStore.Bucket,
            "key",
            new MemoryStream("22"u8.ToArray()),
            headers: new Dictionary<string, string> { ["Content-Type"] = "text/plain", ["x-amz-meta-a"] = "b" },
            cancellationToken: TestContext.Current.CancellationToken);
        var gone = await temporary.PutAsync("gone");
        temporary.Store.Delete(TemporaryStore.Bucket, "gone", gone.VersionId);
        var marker = temporary.Store.Delete(TemporaryStore.Bucket, "marked");
        temporary.Store.CreateBucket("suspended", BucketVersioning.Suspended);
        temporary.Store.SetNotificationConfiguration("suspended", "<NotificationConfiguration/>");

        temporary.Reopen();

        temporary.Store.Buckets().Select(bucket => (bucket.Name, bucket.Versioning)).ShouldBe(
            [(TemporaryStore.Bucket, BucketVersioning.Enabled), ("suspended", BucketVersioning.Suspended)]);
        temporary.Store.GetNotificationConfiguration("suspended").ShouldBe("<NotificationConfiguration/>");
        temporary.Store.ListVersions(TemporaryStore.Bucket, new ListingQuery()).Objects
            .Select(each => (each.Key, each.Version.VersionId, each.Version.IsDeleteMarker, each.IsLatest)).ShouldBe(
            [
                ("key", second.VersionId, false, true),
                ("key", first.VersionId, false, false),
                ("marked", marker.VersionId!, true, true),
            ]);
        var restored = temporary.Store.Find(TemporaryStore.Bucket, "key").ShouldNotBeNull();
        restored.ShouldBeEquivalentTo(second with
        {
            Headers = restored.Headers,
            Checksums = restored.Checksums,
            Body = restored.Body,
        });
        restored.Headers.ShouldBe(second.Headers, ignoreOrder: true);
        restored.Checksums.ShouldBe(second.Checksums);
        (await temporary.ReadAsync("key")).ShouldBe("22");
        (await temporary.ReadAsync("key", first.VersionId)).ShouldBe("1");
    }

    [Theory]
    [InlineData("""{"change":"version-wri""")]
    [InlineData("\0\0\0\0")]
    [InlineData("{")]
    public async Task A_torn_last_line_is_dropped_and_the_journal_goes_on(string torn)
    {
        using var temporary = new TemporaryStore();
        await temporary.PutAsync("before");
        temporary.Reopen(() => File.AppendAllText(temporary.Journal, torn));
        await temporary.PutAsync("after");
        temporary.Reopen();

        temporary.Store.List(TemporaryStore.Bucket, new ListingQuery()).Objects.Select(each => each.Key)
            .ShouldBe(["after", "before"]);
    }

    [Fact]
    public async Task Any_cut_of_the_journal_opens_as_a_prefix_of_its_history()
    {
        using var temporary = new TemporaryStore();
        foreach (var key in (string[])["a", "b", "c"])
            await temporary.PutAsync(key);
        temporary.Store.Dispose();
        var whole = await File.ReadAllBytesAsync(temporary.Journal, TestContext.Current.CancellationToken);

        var seen = new HashSet<int>();
        for (var length = whole.Length; length >= 0; length -= 7)
        {
            temporary.Reopen(() => File.WriteAllBytes(temporary.Journal, whole[..length]));
            var keys = temporary.Store.HasBucket(TemporaryStore.Bucket)
                ? temporary.Store.List(TemporaryStore.Bucket, new ListingQuery()).Objects.Select(each => each.Key).ToArray()
                : [];
            keys.ShouldBe(new[] { "a", "b", "c" }.Take(keys.Length));
            seen.Add(keys.Length);
        }

        seen.ShouldBe([3, 2, 1, 0]);
    }

    [Fact]
    public void A_broken_line_in_the_middle_names_the_file_and_the_line()
    {
        using var temporary = new TemporaryStore();

        var failure = Should.Throw<InvalidDataException>(
            () => temporary.Reopen(() => File.AppendAllText(temporary.Journal, "broken\n")));

        failure.Message.ShouldContain(temporary.Journal);
        failure.Message.ShouldContain("line 3");
    }

    [Fact]
    public async Task Bodies_go_with_their_last_version_and_strays_go_when_the_store_opens()
    {
        using var temporary = new TemporaryStore(versioning: BucketVersioning.Off);
        await temporary.PutAsync("key", "1");
        await temporary.PutAsync("key", "2");
        temporary.Bodies.ShouldHaveSingleItem();
        temporary.Store.Delete(TemporaryStore.Bucket, "key");
        temporary.Bodies.ShouldBeEmpty();

        await temporary.PutAsync("kept");
        var kept = temporary.Bodies;
        temporary.Reopen(() => File.WriteAllText(Path.Combine(temporary.Path, "bodies", "stray"), "of a killed process"));

        temporary.Bodies.ShouldBe(kept);
    }

    [Fact]
    public async Task A_refused_write_leaves_no_body_behind()
    {
        using var temporary = new TemporaryStore();
        await temporary.PutAsync("key");

        await Should.ThrowAsync<Jarpoint.LocalCloud.S3.S3ErrorException>(
            temporary.PutAsync("key", "other", new WriteCondition.Absent()));

        temporary.Bodies.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_opened_reads_to_its_end_after_the_object_was_replaced()
    {
        using var temporary = new TemporaryStore(versioning: BucketVersioning.Off);
        await temporary.PutAsync("key", "before");
        await using var open = temporary.Store.OpenRead(TemporaryStore.Bucket, "key");
        await temporary.PutAsync("key", "after");

        using var reader = new StreamReader(open);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe("before");
    }
}
