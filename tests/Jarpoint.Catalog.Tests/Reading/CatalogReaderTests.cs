using Jarpoint.Catalog.Json;
using Jarpoint.Catalog.Reading;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Reading;

public sealed class CatalogReaderTests
{
    private readonly TestCatalog catalog = new();

    [Fact]
    public async Task An_empty_bucket_is_revision_zero()
    {
        var view = await catalog.Reader.LatestAsync(Cancellation);

        (view.Revision, view.Entries.Count).ShouldBe((0, 0));
        (await catalog.Reader.AtAsync(0, Cancellation)).Revision.ShouldBe(0);
    }

    [Fact]
    public async Task Shows_what_is_there_and_hides_what_was_removed()
    {
        await catalog.AppendAsync(Rejected("jars/b.jar"), Rejected("jars/a.jar"), Rejected("jars/c.jar"));
        await catalog.AppendAsync(Removed("jars/b.jar", 2));

        var view = await catalog.Reader.LatestAsync(Cancellation);

        view.Entries.Select(static entry => entry.Key).ShouldBe(["jars/a.jar", "jars/c.jar"]);
        view.TryGet("jars/a.jar", out var entry).ShouldBeTrue();
        entry.ShouldNotBeNull().Key.ShouldBe("jars/a.jar");
        view.TryGet("jars/b.jar", out _).ShouldBeFalse();
        view.TryGet("jars/d.jar", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Reads_head_snapshot_and_the_rest_of_the_log_with_reads_alone()
    {
        await PublishedAtTwoOfThreeAsync();

        var cost = await catalog.CostAsync(async () =>
            (await catalog.Reader.LatestAsync(Cancellation)).Revision.ShouldBe(3));

        (cost.Lists, cost.Heads, cost.Ranges, cost.Puts).ShouldBe((0, 0, 0, 0));
        cost.Gets.ShouldBeLessThanOrEqualTo(6);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not json")]
    [InlineData("""{"format":"jarpoint.head/1"}""")]
    [InlineData("""{"format":"jarpoint.head/1","revision":1}""")]
    [InlineData("""{"format":"jarpoint.head/1","revision":99}""")]
    public async Task Is_right_whatever_the_head_says(string? head)
    {
        await PublishedAtTwoOfThreeAsync();
        if (head is null)
        {
            catalog.Store.Delete(Layout.Head);
        }
        else
        {
            await catalog.PutTextAsync(Layout.Head, head);
        }

        await ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_right_when_the_snapshot_is_gone_or_damaged(bool gone)
    {
        await PublishedAtTwoOfThreeAsync();
        if (gone)
        {
            catalog.Store.Delete(Layout.Snapshot(2));
        }
        else
        {
            await catalog.PutTextAsync(Layout.Snapshot(2), "not gzip");
        }

        await ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_revision_is_the_same_set_of_jars_for_ever()
    {
        await PublishedAtTwoOfThreeAsync();
        var before = await KeysAtAsync(1);
        await catalog.AppendAsync(Removed("jars/a.jar", 9));
        await catalog.Publisher.PublishAsync(Cancellation);

        (await KeysAtAsync(1)).ShouldBe(before);
        (await KeysAtAsync(2)).ShouldBe(["jars/a.jar", "jars/b.jar"]);
        (await KeysAtAsync(3)).ShouldBe(["jars/a.jar", "jars/b.jar", "jars/c.jar"]);
        (await KeysAtAsync(4)).ShouldBe(["jars/b.jar", "jars/c.jar"]);
    }

    [Fact]
    public async Task Says_which_revision_is_the_newest_when_asked_for_a_later_one()
    {
        await PublishedAtTwoOfThreeAsync();

        var unknown = await Should.ThrowAsync<UnknownRevisionException>(() => catalog.Reader.AtAsync(4, Cancellation));

        unknown.Message.ShouldBe("Revision 4 does not exist; the newest is 3.");
    }

    [Fact]
    public async Task Names_the_commit_that_is_missing_before_a_revision()
    {
        await catalog.AppendAsync(4);
        catalog.Store.Delete(Layout.Log(2));

        var damaged = await Should.ThrowAsync<CatalogDamagedException>(() => catalog.Reader.AtAsync(4, Cancellation));

        damaged.Message.ShouldContain(Layout.Log(2));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task Names_a_commit_that_cannot_be_read(string content)
    {
        await catalog.AppendAsync(2);
        await catalog.PutTextAsync(Layout.Log(2), content);

        var damaged = await Should.ThrowAsync<CatalogDamagedException>(() => catalog.Reader.LatestAsync(Cancellation));

        damaged.Message.ShouldContain(Layout.Log(2));
    }

    [Fact]
    public async Task Says_so_when_a_later_release_wrote_the_commit()
    {
        await catalog.PutTextAsync(Layout.Log(1), """{"format":"jarpoint.commit/2","shape":[{"other":true}]}""");

        (await Should.ThrowAsync<UnsupportedFormatException>(() => catalog.Reader.LatestAsync(Cancellation)))
            .Message.ShouldBe("The document's format is 'jarpoint.commit/2'; this release reads 'jarpoint.commit/1'.");
    }

    [Fact]
    public async Task Tells_the_history_of_one_key()
    {
        await catalog.AppendAsync(Rejected("jars/a.jar", 3), Rejected("jars/b.jar"));
        await catalog.AppendAsync(Rejected("jars/a.jar", 2));
        await catalog.AppendAsync(Removed("jars/a.jar", 4));

        var history = await catalog.Reader.HistoryAsync("jars/a.jar", Cancellation);

        history.Select(static entry => (entry.Revision, entry.Fact.Sequencer, entry.Shown))
            .ShouldBe([(1, "3", true), (2, "2", false), (3, "4", true)]);
    }

    [Fact]
    public async Task Tells_two_revisions_apart()
    {
        await catalog.AppendAsync(Rejected("jars/a.jar"), Rejected("jars/b.jar"), Rejected("jars/c.jar"));
        var again = Rejected("jars/c.jar") with { Reader = 2, Rejection = new(Jars.RejectionReason.Damaged, "Now.") };
        await catalog.AppendAsync(
            Removed("jars/a.jar", 2), Rejected("jars/b.jar", 2), again, Rejected("jars/d.jar"));

        var diff = await catalog.Reader.DiffAsync(1, 2, Cancellation);
        var back = await catalog.Reader.DiffAsync(2, 1, Cancellation);

        Lines(diff).ShouldBe(["Removed jars/a.jar", "Replaced jars/b.jar", "Redescribed jars/c.jar", "Added jars/d.jar"]);
        Lines(back).ShouldBe(["Added jars/a.jar", "Replaced jars/b.jar", "Redescribed jars/c.jar", "Removed jars/d.jar"]);
        (await catalog.Reader.DiffAsync(2, 2, Cancellation)).Changes.ShouldBeEmpty();
    }

    private static IEnumerable<string> Lines(CatalogDiff diff)
        => diff.Changes.Select(static change => $"{change.Kind} {change.Key}");

    private async Task PublishedAtTwoOfThreeAsync()
    {
        await catalog.AppendAsync(Rejected("jars/a.jar"));
        await catalog.AppendAsync(Rejected("jars/b.jar"));
        await catalog.Publisher.PublishAsync(Cancellation);
        await catalog.AppendAsync(Rejected("jars/c.jar"));
    }

    private async Task ShouldBeWholeAsync()
    {
        var view = await catalog.Reader.LatestAsync(Cancellation);
        view.Revision.ShouldBe(3);
        view.Entries.Count.ShouldBe(3);
    }

    private async Task<List<string>> KeysAtAsync(long revision)
        => [.. (await catalog.Reader.AtAsync(revision, Cancellation)).Entries.Select(static entry => entry.Key)];
}
