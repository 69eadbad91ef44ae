using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Snapshots;
using Jarpoint.Catalog.Storage;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Publishing;

public sealed class CatalogPublisherTests
{
    private readonly TestCatalog catalog = new();

    [Fact]
    public async Task Publishes_a_snapshot_and_points_the_head_at_it()
    {
        await catalog.AppendAsync(Rejected("jars/a.jar"), Rejected("jars/b.jar"));
        await catalog.AppendAsync(Removed("jars/a.jar", 2));

        var published = (await catalog.Publisher.PublishAsync(Cancellation)).ShouldBeOfType<PublishOutcome.Published>();
        (published.View.Revision, published.View.Entries.Count, published.Commits).ShouldBe((2, 1, 2));

        (await HeadAsync()).ShouldBe(2);
        (await catalog.Checker.CheckAsync(Cancellation)).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Costs_two_reads_when_there_is_nothing_new(int commits)
    {
        await catalog.AppendAsync(commits);
        await catalog.Publisher.PublishAsync(Cancellation);

        var cost = await catalog.CostAsync(async () =>
            (await catalog.Publisher.PublishAsync(Cancellation)).ShouldBe(new PublishOutcome.NothingNew(commits)));

        (cost.Gets, cost.Requests).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData("snapshots/")]
    [InlineData("head.json")]
    public async Task Finishes_what_a_killed_run_began(string killedAt)
    {
        await catalog.AppendAsync(3);
        catalog.Store.OnRequest = request => request.Verb is StoreVerb.Put && request.Key.Contains(killedAt, StringComparison.Ordinal)
            ? throw new IOException("killed")
            : ValueTask.FromResult(StoreFault.None);
        await Should.ThrowAsync<IOException>(() => catalog.Publisher.PublishAsync(Cancellation));
        (await catalog.Heads.ReadAsync(Cancellation)).ShouldBeOfType<HintOutcome.Missing>();
        (await catalog.Reader.LatestAsync(Cancellation)).Revision.ShouldBe(3);
        catalog.Store.OnRequest = null;

        await catalog.Publisher.PublishAsync(Cancellation);

        (await HeadAsync()).ShouldBe(3);
        (await catalog.Checker.CheckAsync(Cancellation)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Does_not_move_the_head_backwards_when_another_run_was_faster()
    {
        await catalog.AppendAsync(1);
        var raced = false;
        catalog.Store.OnRequest = async request =>
        {
            if (request.Verb is StoreVerb.Put && request.Key == Layout.Head && !raced)
            {
                raced = true;
                await catalog.AppendAsync(1);
                await catalog.Publisher.PublishAsync(Cancellation);
            }

            return StoreFault.None;
        };

        await catalog.Publisher.PublishAsync(Cancellation);

        raced.ShouldBeTrue();
        (await HeadAsync()).ShouldBe(2);
    }

    [Theory]
    [InlineData(StoreFault.Conflict)]
    [InlineData(StoreFault.AnswerLost)]
    public async Task Publishes_through_conflicts_and_lost_answers(StoreFault fault)
    {
        await catalog.AppendAsync(2);
        var faults = 4;
        catalog.Store.OnRequest = request =>
            ValueTask.FromResult(request.Verb is StoreVerb.Put && faults-- > 0 ? fault : StoreFault.None);

        await catalog.Publisher.PublishAsync(Cancellation);

        (await HeadAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Mends_a_damaged_head()
    {
        await catalog.AppendAsync(2);
        await catalog.PutTextAsync(Layout.Head, "not json");

        await catalog.Publisher.PublishAsync(Cancellation);

        (await HeadAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Writes_equal_bytes_for_equal_catalogs()
    {
        await catalog.AppendAsync(Rejected("jars/b.jar"), Rejected("jars/a.jar"));
        await catalog.Publisher.PublishAsync(Cancellation);
        var other = new TestCatalog();
        await other.AppendAsync(Rejected("jars/a.jar"), Rejected("jars/b.jar"));
        await other.Publisher.PublishAsync(Cancellation);

        (await ETagAsync(other)).ShouldBe(await ETagAsync(catalog));
    }

    private static async Task<string> ETagAsync(TestCatalog catalog)
        => (await catalog.Store.HeadAsync(new ObjectReference(Layout.Snapshot(1)), Cancellation))
            .ShouldBeOfType<HeadOutcome.Found>().Metadata.ETag;

    private async Task<long> HeadAsync()
        => (await catalog.Heads.ReadAsync(Cancellation)).ShouldBeOfType<HintOutcome.Found>().Revision;
}
