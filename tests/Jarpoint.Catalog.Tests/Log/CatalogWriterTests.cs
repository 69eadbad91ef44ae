using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Storage;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Log;

public sealed class CatalogWriterTests
{
    private readonly TestCatalog catalog = new();

    [Fact]
    public async Task Numbers_commits_from_one_without_a_gap()
    {
        var writer = catalog.NewWriter();

        (await writer.AppendAsync([Rejected("jars/a.jar")], Cancellation)).ShouldBe(1);
        (await writer.AppendAsync([Rejected("jars/b.jar")], Cancellation)).ShouldBe(2);
        (await catalog.NewWriter().AppendAsync([Rejected("jars/c.jar")], Cancellation)).ShouldBe(3);
    }

    [Fact]
    public async Task Refuses_a_commit_without_facts()
        => await Should.ThrowAsync<ArgumentOutOfRangeException>(
            () => catalog.NewWriter().AppendAsync([], Cancellation));

    [Fact]
    public async Task Costs_one_write_and_nothing_else_once_it_knows_the_end()
    {
        var writer = catalog.NewWriter();
        await writer.AppendAsync([Rejected("jars/a.jar")], Cancellation);

        var cost = await catalog.CostAsync(() => writer.AppendAsync([Rejected("jars/b.jar")], Cancellation));

        (cost.Puts, cost.Requests).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Finds_the_end_from_the_head_with_one_read_and_one_listing()
    {
        await catalog.AppendAsync(40);
        await catalog.Publisher.PublishAsync(Cancellation);
        await catalog.AppendAsync(2);
        var writer = catalog.NewWriter();

        var cost = await catalog.CostAsync(() => writer.AppendAsync([Rejected("jars/a.jar")], Cancellation));

        (cost.Gets, cost.Lists, cost.Puts, cost.Requests).ShouldBe((1, 1, 1, 3));
        (await catalog.Reader.LatestAsync(Cancellation)).Revision.ShouldBe(43);
    }

    [Theory]
    [InlineData("""{"format":"jarpoint.head/1","revision":1000}""")]
    [InlineData("""{"format":"jarpoint.head/1","revision":-1}""")]
    [InlineData("not json")]
    public async Task Leaves_no_gap_when_the_head_lies(string head)
    {
        await catalog.AppendAsync(3);
        await catalog.PutTextAsync(Layout.Head, head);

        (await catalog.NewWriter().AppendAsync([Rejected("jars/a.jar")], Cancellation)).ShouldBe(4);
    }

    [Fact]
    public async Task Takes_its_own_commit_for_a_success_when_the_answer_was_lost()
    {
        Answer(StoreFault.AnswerLost, times: 1);

        (await catalog.NewWriter().AppendAsync([Rejected("jars/a.jar")], Cancellation)).ShouldBe(1);

        (await catalog.Reader.LatestAsync(Cancellation)).Revision.ShouldBe(1);
    }

    [Fact]
    public async Task Does_not_take_the_commit_of_another_for_its_own()
    {
        var late = catalog.NewWriter();
        await late.AppendAsync([Rejected("jars/a.jar")], Cancellation);
        await catalog.AppendAsync(Rejected("jars/same.jar"));

        (await late.AppendAsync([Rejected("jars/same.jar")], Cancellation)).ShouldBe(3);
    }

    [Fact]
    public async Task Keeps_its_number_through_a_storm_of_conflicts()
    {
        Answer(StoreFault.Conflict, times: 8);

        (await catalog.NewWriter().AppendAsync([Rejected("jars/a.jar")], Cancellation)).ShouldBe(1);

        catalog.Store.Usage.Puts.ShouldBe(9);
    }

    [Fact]
    public async Task Leaves_no_gap_when_the_connection_breaks_after_the_write()
    {
        Answer(StoreFault.ConnectionLost, times: 1);
        var writer = catalog.NewWriter();
        await Should.ThrowAsync<IOException>(() => writer.AppendAsync([Rejected("jars/a.jar")], Cancellation));

        (await writer.AppendAsync([Rejected("jars/a.jar")], Cancellation)).ShouldBe(2);

        var view = await catalog.Reader.LatestAsync(Cancellation);
        (view.Revision, view.Entries.Count).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Passes_throttling_on_and_leaves_no_gap()
    {
        var writer = catalog.NewWriter();
        catalog.Store.OnRequest = static request => request.Verb is StoreVerb.Put
            ? throw new IOException("SlowDown")
            : ValueTask.FromResult(StoreFault.None);
        await Should.ThrowAsync<IOException>(() => writer.AppendAsync([Rejected("jars/a.jar")], Cancellation));

        catalog.Store.OnRequest = null;

        (await writer.AppendAsync([Rejected("jars/a.jar")], Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Catches_up_with_a_log_that_went_far_ahead_by_a_listing()
    {
        var late = catalog.NewWriter();
        await late.AppendAsync([Rejected("jars/a.jar")], Cancellation);
        await catalog.AppendAsync(500);

        var cost = await catalog.CostAsync(() => late.AppendAsync([Rejected("jars/b.jar")], Cancellation));

        cost.Requests.ShouldBeLessThanOrEqualTo(8);
        (await catalog.Reader.LatestAsync(Cancellation)).Revision.ShouldBe(502);
    }

    [Fact]
    public async Task Gives_up_when_every_attempt_conflicts()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider { AutoAdvanceAmount = TimeSpan.Zero };
        Answer(StoreFault.Conflict, times: int.MaxValue);
        var append = new CatalogWriter(catalog.Store, Layout, time).AppendAsync([Rejected("jars/a.jar")], Cancellation);
        while (!append.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await Should.ThrowAsync<CatalogContentionException>(() => append)).Message.ShouldContain(Layout.Log(1));
    }

    private void Answer(StoreFault fault, int times) => catalog.Store.OnRequest = request =>
        ValueTask.FromResult(request.Verb is StoreVerb.Put && times-- > 0 ? fault : StoreFault.None);
}
