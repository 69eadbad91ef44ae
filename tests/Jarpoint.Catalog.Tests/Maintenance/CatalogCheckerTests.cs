using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Maintenance;
using Jarpoint.Catalog.Tests.Describing;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Maintenance;

public sealed class CatalogCheckerTests
{
    private readonly TestCatalog catalog = new();

    [Fact]
    public async Task Finds_nothing_wrong_with_a_sound_catalog()
    {
        await SoundAsync();

        var check = await catalog.Checker.CheckAsync(Cancellation);

        check.Sound.ShouldBeTrue();
        (check.Revision, check.Commits, check.Snapshots, check.Descriptions).ShouldBe((3, 3, 2, 1));
    }

    [Fact]
    public async Task Finds_nothing_wrong_with_an_empty_bucket()
        => (await catalog.Checker.CheckAsync(Cancellation)).ShouldSatisfyAllConditions(
            static check => check.Sound.ShouldBeTrue(),
            static check => check.Revision.ShouldBe(0));

    [Fact]
    public async Task Finds_a_commit_that_is_missing()
    {
        await SoundAsync();
        catalog.Store.Delete(Layout.Log(2));

        await ShouldFindAsync((CatalogFindingKind.CommitMissing, Layout.Log(2)), (CatalogFindingKind.SnapshotDiffers, Layout.Snapshot(3)));
    }

    [Fact]
    public async Task Finds_a_commit_that_cannot_be_read()
    {
        await SoundAsync();
        await catalog.AppendAsync(1);
        await catalog.PutTextAsync(Layout.Log(4), "not json");

        await ShouldFindAsync((CatalogFindingKind.CommitUnreadable, Layout.Log(4)));
    }

    [Fact]
    public async Task Finds_a_commit_of_a_later_release()
    {
        await SoundAsync();
        await catalog.PutTextAsync(Layout.Log(4), """{"format":"jarpoint.commit/2"}""");

        await ShouldFindAsync((CatalogFindingKind.CommitUnreadable, Layout.Log(4)));
    }

    [Fact]
    public async Task Finds_a_snapshot_that_is_not_the_fold_of_the_log()
    {
        await SoundAsync();
        await catalog.PutTextAsync(Layout.Log(1), Text(new CatalogCommit(Guid.Empty, 1, Noon, [Removed("jars/x.jar", 1)])));

        await ShouldFindAsync(
            (CatalogFindingKind.SnapshotDiffers, Layout.Snapshot(1)),
            (CatalogFindingKind.SnapshotDiffers, Layout.Snapshot(3)));
    }

    [Fact]
    public async Task Finds_a_snapshot_that_cannot_be_read()
    {
        await SoundAsync();
        await catalog.PutTextAsync(Layout.Snapshot(1), "not gzip");

        await ShouldFindAsync((CatalogFindingKind.SnapshotUnreadable, Layout.Snapshot(1)));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"format":"jarpoint.head/1","revision":2}""")]
    public async Task Finds_a_head_that_is_wrong(string head)
    {
        await SoundAsync();
        await catalog.PutTextAsync(Layout.Head, head);

        await ShouldFindAsync((CatalogFindingKind.HeadWrong, Layout.Head));
    }

    [Theory]
    [InlineData(true, CatalogFindingKind.DescriptionMissing)]
    [InlineData(false, CatalogFindingKind.DescriptionDamaged)]
    public async Task Finds_a_description_that_is_gone_or_damaged(bool gone, CatalogFindingKind expected)
    {
        var key = Layout.Description(await SoundAsync());
        if (gone)
        {
            catalog.Store.Delete(key);
        }
        else
        {
            await catalog.PutTextAsync(key, "not gzip");
        }

        await ShouldFindAsync((expected, key));
    }

    /// <summary>Three commits, snapshots of the first and the last, one description, whose digest is returned.</summary>
    private async Task<string> SoundAsync()
    {
        var digest = await new DescriptionStore(catalog.Store, Layout, TimeProvider.System)
            .PutAsync(FakeJars.Describe("a.jar", "1"), Cancellation);
        var fact = CatalogFixtures.Described(1);
        await catalog.AppendAsync(fact with { Jar = fact.Jar! with { Description = digest } });
        await catalog.Publisher.PublishAsync(Cancellation);
        await catalog.AppendAsync(Rejected("jars/b.jar"));
        await catalog.AppendAsync(Removed("jars/b.jar", 2));
        await catalog.Publisher.PublishAsync(Cancellation);
        return digest;
    }

    private async Task ShouldFindAsync(params (CatalogFindingKind Kind, string Key)[] expected)
    {
        var check = await catalog.Checker.CheckAsync(Cancellation);
        check.Findings.Select(static finding => (finding.Kind, finding.Key)).ShouldBe(expected);
    }

    private static string Text(CatalogCommit commit)
        => System.Text.Encoding.UTF8.GetString(CommitDocument.ToBytes(commit));
}
