using System.Globalization;
using System.Numerics;
using Amazon.S3.Model;
using FsCheck.Xunit;
using Jarpoint.LocalCloud.S3;
using Jarpoint.LocalCloud.S3.State;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.LocalCloud.Tests.S3;

public sealed class ObjectEventTests(S3Server server) : IClassFixture<S3Server>
{
    private const string ETagOfNothing = "d41d8cd98f00b204e9800998ecf8427e";

    [Fact]
    public async Task Every_way_to_change_a_bucket_raises_its_event()
    {
        var bucket = server.NewBucket();
        var events = new List<S3ObjectEvent>();
        using var subscription = server.Store.Subscribe(events.Add);

        var put = await server.PutAsync(bucket, "key", "12345");
        var copy = await server.Client.CopyObjectAsync(bucket, "key", bucket, "copy", Cancelled);
        var uploaded = await UploadInPartsAsync(bucket);
        var marker = await server.Client.DeleteObjectAsync(bucket, "key", Cancelled);
        await server.Client.DeleteObjectAsync(bucket, "key", put.VersionId, Cancelled);
        await server.Client.DeleteObjectAsync(bucket, "key", "no such version", Cancelled);

        var own = events.Where(each => each.Bucket == bucket).ToList();
        own.Select(each => (each.EventName, each.Key, each.VersionId, each.Size, each.ETag)).ShouldBe(
        [
            ("ObjectCreated:Put", "key", put.VersionId, 5L, put.ETag.Trim('"')),
            ("ObjectCreated:Copy", "copy", copy.VersionId, 5L, copy.ETag.Trim('"')),
            ("ObjectCreated:CompleteMultipartUpload", "parts", uploaded.VersionId, 4L, uploaded.ETag.Trim('"')),
            ("ObjectRemoved:DeleteMarkerCreated", "key", marker.VersionId, null, ETagOfNothing),
            ("ObjectRemoved:Delete", "key", put.VersionId, null, null),
        ]);
    }

    [Fact]
    public async Task Without_versioning_events_carry_no_version()
    {
        using var temporary = new TemporaryStore(versioning: BucketVersioning.Off);
        var events = new List<S3ObjectEvent>();
        temporary.Store.Subscribe(events.Add);

        await temporary.PutAsync("key");
        temporary.Store.Delete(TemporaryStore.Bucket, "key");
        temporary.Store.Delete(TemporaryStore.Bucket, "key");

        events.Select(each => (each.EventName, each.VersionId)).ShouldBe(
            [("ObjectCreated:Put", null), ("ObjectRemoved:Delete", null)]);
    }

    [Fact]
    public async Task Concurrent_changes_of_a_key_raise_their_events_in_the_order_of_their_sequencers()
    {
        using var temporary = new TemporaryStore();
        var events = new List<S3ObjectEvent>();
        temporary.Store.Subscribe(events.Add);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => temporary.PutAsync("key", $"{i}"))));

        events.Count.ShouldBe(64);
        events.Select(each => Value(each.Sequencer)).ShouldBeInOrder();
        temporary.Store.ListVersions(TemporaryStore.Bucket, new ListingQuery()).Objects
            .Select(each => each.Version.VersionId)
            .ShouldBe(Enumerable.Reverse(events).Select(each => each.VersionId));
    }

    [Property(MaxTest = 30)]
    public void Sequencers_of_a_key_grow_whatever_the_clock_does(int[] steps)
    {
        var clock = new SteppingClock(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        using var temporary = new TemporaryStore(clock);
        var sequencers = new List<string>();
        foreach (var step in steps.Append(0).Append(-86_400_000))
        {
            clock.Now += TimeSpan.FromMilliseconds(step % 100_000_000);
            using (temporary.Store.Subscribe(change => sequencers.Add(change.Sequencer)))
                temporary.Store.Delete(TemporaryStore.Bucket, "key");
            if (step % 3 == 0)
                temporary.Reopen();
        }

        sequencers.Count.ShouldBe(steps.Length + 2);
        sequencers.Zip(sequencers.Skip(1)).ShouldAllBe(pair => Compare(pair.First, pair.Second) < 0);
        sequencers.ShouldAllBe(sequencer => sequencer.Length >= 16 && sequencer.Length <= 18);
    }

    [Fact]
    public async Task Sequencers_look_like_real_ones_and_differ_in_length()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(0x55AED6DC));
        using var temporary = new TemporaryStore(clock);
        var sequencers = new List<string>();
        temporary.Store.Subscribe(change => sequencers.Add(change.Sequencer));

        for (var i = 0; i < 6; i++)
            await temporary.PutAsync("key");

        sequencers.ShouldAllBe(sequencer => sequencer.TrimStart('0').StartsWith("55AED6DC", StringComparison.Ordinal));
        sequencers.Select(sequencer => sequencer.Length).Distinct().Order().ShouldBe([16, 17, 18]);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    // S3's rule: pad the shorter one with zeros on the left and compare as text.
    private static int Compare(string left, string right)
    {
        var width = Math.Max(left.Length, right.Length);
        return string.CompareOrdinal(left.PadLeft(width, '0'), right.PadLeft(width, '0'));
    }

    private static BigInteger Value(string sequencer) =>
        BigInteger.Parse("0" + sequencer, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private async Task<CompleteMultipartUploadResponse> UploadInPartsAsync(string bucket)
    {
        var upload = await server.Client.InitiateMultipartUploadAsync(bucket, "parts", Cancelled);
        using var content = new MemoryStream("part"u8.ToArray());
        var part = await server.Client.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = bucket,
                Key = "parts",
                UploadId = upload.UploadId,
                PartNumber = 1,
                InputStream = content,
            },
            Cancelled);
        return await server.Client.CompleteMultipartUploadAsync(
            new CompleteMultipartUploadRequest
            {
                BucketName = bucket,
                Key = "parts",
                UploadId = upload.UploadId,
                PartETags = [new PartETag(1, part.ETag)],
            },
            Cancelled);
    }

    private sealed class SteppingClock(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
