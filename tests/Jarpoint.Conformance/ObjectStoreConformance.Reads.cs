using System.Security.Cryptography;
using Jarpoint.Catalog.Storage;
using Shouldly;
using Xunit;

namespace Jarpoint.Conformance;

public abstract partial class ObjectStoreConformance
{
    [Fact]
    public async Task Says_that_an_object_is_missing()
        => await ShouldBeMissingAsync(new ObjectReference(Key("a")));

    [Fact]
    public async Task Says_that_a_deleted_object_is_missing()
    {
        await StoreAsync(Key("a"), 1);
        await Subject.DeleteAsync(Key("a"), Cancellation);

        await ShouldBeMissingAsync(new ObjectReference(Key("a")));
    }

    [Fact]
    public async Task Agrees_on_the_metadata_of_an_object_however_it_is_asked()
    {
        var stored = await StoreAsync(Key("a"), 1, 2, 3);

        var head = await HeadAsync(Key("a"));
        var found = (await Store.GetAsync(new ObjectReference(Key("a")), Cancellation))
            .ShouldBeOfType<GetOutcome.Found>();
        await found.Content.DisposeAsync();
        var listed = (await ListAsync(Key("a"))).ShouldHaveSingleItem();

        head.Size.ShouldBe(3);
        head.ETag.ShouldBe(stored.ETag);
        head.ETag.ShouldNotContain('"');
        head.VersionId.ShouldBe(stored.VersionId);
        (head.VersionId is not null).ShouldBe(Subject.Versioned);
        (found.Metadata with { Sha256 = head.Sha256 }).ShouldBe(head);
        (listed.Key, listed.Size, listed.ETag).ShouldBe((Key("a"), head.Size, head.ETag));
        (listed.LastModified - head.LastModified).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Tells_the_true_SHA256_or_none()
    {
        await StoreAsync(Key("a"), 1, 2, 3);

        var digest = Convert.ToHexStringLower(SHA256.HashData([1, 2, 3]));
        ((await HeadAsync(Key("a"))).Sha256 ?? digest).ShouldBe(digest);
    }

    [Fact]
    public async Task Tells_its_own_clock_with_a_missing_object()
    {
        await StoreAsync(Key("a"), 1);

        var missing = (await Store.HeadAsync(new ObjectReference(Key("b")), Cancellation))
            .ShouldBeOfType<HeadOutcome.Missing>();

        missing.At.ShouldBeGreaterThan((await HeadAsync(Key("a"))).LastModified - TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Says_that_an_object_changed_when_its_ETag_differs()
    {
        var first = await StoreAsync(Key("a"), 1);
        await StoreAsync(Key("a"), 2);

        var target = new ObjectReference(Key("a"), ETag: first.ETag);

        (await Store.GetAsync(target, Cancellation)).ShouldBeOfType<GetOutcome.Changed>();
        (await Store.HeadAsync(target, Cancellation)).ShouldBeOfType<HeadOutcome.Changed>();
        (await Store.GetRangeAsync(target, 0, new byte[1], Cancellation)).ShouldBeOfType<RangeOutcome.Changed>();
    }

    [Fact]
    public async Task Reads_an_object_whose_ETag_matches()
    {
        var stored = await StoreAsync(Key("a"), 1, 2);
        var target = new ObjectReference(Key("a"), ETag: stored.ETag);

        (await ReadAsync(target)).ShouldBe([1, 2]);
        (await Store.GetRangeAsync(target, 1, new byte[1], Cancellation)).ShouldBe(new RangeOutcome.Read(1));
    }

    [Theory]
    [InlineData(0, 10, "0123456789")]
    [InlineData(3, 4, "3456")]
    [InlineData(7, 10, "789")]
    [InlineData(9, 1, "9")]
    [InlineData(10, 5, "")]
    [InlineData(1000, 5, "")]
    public async Task Reads_a_range_up_to_the_end_of_the_object(int offset, int length, string expected)
    {
        await StoreAsync(Key("a"), "0123456789"u8.ToArray());
        var buffer = new byte[length];

        var read = (await Store.GetRangeAsync(new ObjectReference(Key("a")), offset, buffer, Cancellation))
            .ShouldBeOfType<RangeOutcome.Read>();

        System.Text.Encoding.ASCII.GetString(buffer.AsSpan(0, read.Count)).ShouldBe(expected);
    }

    [Fact]
    public async Task Reads_a_version_that_was_overwritten()
    {
        Assert.SkipUnless(Subject.Versioned, "The bucket keeps no versions.");
        var first = await StoreAsync(Key("a"), 1);
        await StoreAsync(Key("a"), 2);

        (await ReadAsync(new ObjectReference(Key("a"), first.VersionId))).ShouldBe([1]);
        (await ReadAsync(Key("a"))).ShouldBe([2]);
    }

    [Fact]
    public async Task Reads_a_version_below_a_delete_marker()
    {
        Assert.SkipUnless(Subject.Versioned, "The bucket keeps no versions.");
        var first = await StoreAsync(Key("a"), 1);
        await Subject.DeleteAsync(Key("a"), Cancellation);

        (await ReadAsync(new ObjectReference(Key("a"), first.VersionId))).ShouldBe([1]);
    }

    [Fact]
    public async Task Says_that_a_delete_marker_is_missing()
    {
        Assert.SkipUnless(Subject.Versioned, "The bucket keeps no versions.");
        await StoreAsync(Key("a"), 1);
        var marker = await Subject.DeleteAsync(Key("a"), Cancellation);

        await ShouldBeMissingAsync(new ObjectReference(Key("a"), marker.ShouldNotBeNull()));
    }

    [Fact]
    public async Task Says_that_a_deleted_version_is_missing_and_shows_the_one_below()
    {
        Assert.SkipUnless(Subject.Versioned, "The bucket keeps no versions.");
        await StoreAsync(Key("a"), 1);
        var second = await StoreAsync(Key("a"), 2);
        await Subject.DeleteVersionAsync(Key("a"), second.VersionId.ShouldNotBeNull(), Cancellation);

        await ShouldBeMissingAsync(new ObjectReference(Key("a"), second.VersionId));
        (await ReadAsync(Key("a"))).ShouldBe([1]);
    }

    [Fact]
    public async Task Shows_an_object_again_when_its_delete_marker_goes()
    {
        Assert.SkipUnless(Subject.Versioned, "The bucket keeps no versions.");
        await StoreAsync(Key("a"), 1);
        var marker = await Subject.DeleteAsync(Key("a"), Cancellation);
        await Subject.DeleteVersionAsync(Key("a"), marker.ShouldNotBeNull(), Cancellation);

        (await ReadAsync(Key("a"))).ShouldBe([1]);
        (await ListAsync(Key("a"))).Count.ShouldBe(1);
    }
}
