using Jarpoint.Catalog.Classes;
using Jarpoint.Catalog.Storage;
using Microsoft.Extensions.Time.Testing;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Classes;

public sealed class ClassIndexFaultTests
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 30).Select(static i => $"p/C{i}")];

    private readonly IndexedCatalog index = new();

    [Fact]
    public async Task A_run_that_died_between_two_writes_is_finished_by_the_next()
    {
        await FillAsync();
        await index.PutAsync("jars/c.jar", 2, Names);
        for (var survived = 0; ; survived++)
        {
            var writes = survived;
            index.Catalog.Store.OnRequest = request => request.Verb is StoreVerb.Put && writes-- == 0
                ? throw new IOException("killed")
                : ValueTask.FromResult(StoreFault.None);
            if (await DiesAsync())
            {
                index.Catalog.Store.OnRequest = null;
                (await index.FindAsync("C7")).Count.ShouldBeInRange(2, 3);
                continue;
            }

            survived.ShouldBeGreaterThan(1);
            break;
        }

        (await index.FindAsync("p.*")).Count.ShouldBe(90);
    }

    [Theory]
    [InlineData(StoreFault.Conflict)]
    [InlineData(StoreFault.AnswerLost)]
    public async Task Conflicts_and_lost_answers_lose_nothing(StoreFault fault)
    {
        await FillAsync();
        await index.PutAsync("jars/c.jar", 2, Names);
        var faults = 3;
        index.Catalog.Store.OnRequest = request => ValueTask.FromResult(
            request is { Verb: StoreVerb.Put, Key: IndexedCatalog.IndexKey } && faults-- > 0 ? fault : StoreFault.None);

        (await index.FollowAsync()).ShouldBeTrue();

        (await index.FindAsync("p.*")).Count.ShouldBe(90);
    }

    [Fact]
    public async Task Two_publishers_at_once_leave_one_right_index()
    {
        await FillAsync();
        for (var i = 0; i < 10; i++)
        {
            await index.PutAsync($"jars/more-{i}.jar", (uint)i, Names);
        }

        index.Catalog.Store.OnRequest = static async request =>
        {
            await Task.Yield();
            return StoreFault.None;
        };
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => index.FollowAsync())));
        index.Catalog.Store.OnRequest = null;

        (await index.FindAsync("p.*")).Order(StringComparer.Ordinal).ShouldBe(await index.TruthAsync());
    }

    [Theory]
    [InlineData("not gzip")]
    [InlineData("")]
    public async Task A_damaged_index_is_told_and_made_anew(string text)
    {
        await FillAsync();
        await index.Catalog.PutTextAsync(IndexedCatalog.IndexKey, text);
        (await index.Finder.FindAsync(ClassQuery.TryParse("C7")!, Cancellation)).ShouldBeOfType<ClassFindOutcome.NoIndex>();

        (await index.FollowAsync()).ShouldBeTrue();

        (await index.FindAsync("p.*")).Count.ShouldBe(60);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lost_and_damaged_parts_are_told_and_the_index_made_anew_by_the_next_change(bool lost)
    {
        await FillAsync();
        foreach (var part in await index.PartsAsync())
        {
            await (lost ? index.Catalog.Store.DeleteAsync(part, Cancellation) : index.Catalog.PutTextAsync(part, "cut"));
        }

        (await index.Finder.FindAsync(ClassQuery.TryParse("C7")!, Cancellation)).ShouldBeOfType<ClassFindOutcome.NoIndex>();
        await index.PutAsync("jars/c.jar", 2, Names);
        (await index.FollowAsync()).ShouldBeTrue();

        (await index.FindAsync("p.*")).Count.ShouldBe(90);
    }

    [Fact]
    public async Task A_missing_index_is_made_from_the_catalog_and_not_from_its_whole_log()
    {
        for (var i = 0; i < 30; i++)
        {
            await index.PutAsync("jars/same.jar", (uint)i, "p/C");
        }

        await index.Catalog.Publisher.PublishAsync(Cancellation);
        var view = await index.Catalog.Reader.LatestAsync(Cancellation);

        var cost = await index.Catalog.CostAsync(() => index.Indexer.FollowAsync(new(view), CancellationToken.None, Cancellation));

        (await index.FindAsync("C")).ShouldBe(["p.C 29 jars/same.jar"]);
        cost.Requests.ShouldBeLessThan(8);
    }

    [Fact]
    public async Task A_reader_that_finds_a_part_gone_reads_the_index_again()
    {
        await FillAsync();
        var part = (await index.PartsAsync()).Count;
        part.ShouldBeGreaterThan(1);
        var raced = false;
        index.Catalog.Store.OnRequest = async request =>
        {
            if (request is { Verb: StoreVerb.Get } && request.Key.Contains("/parts/", StringComparison.Ordinal) && !raced)
            {
                raced = true;
                var before = await index.PartsAsync();
                await index.PutAsync("jars/c.jar", 2, Names);
                await index.PutAsync("jars/d.jar", 2, "p/C7");
                await index.FollowAsync();
                foreach (var old in before)
                {
                    index.Catalog.Store.Delete(old);
                }
            }

            return StoreFault.None;
        };

        (await index.FindAsync("C7")).Count.ShouldBe(4);
        raced.ShouldBeTrue();
    }

    [Fact]
    public async Task Parts_without_an_index_are_deleted_after_an_hour()
    {
        await FillAsync();
        await index.PutAsync("jars/c.jar", 2, Names);
        await index.FollowAsync();
        var kept = await index.PartsAsync();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(2));
        var later = new ClassIndexer(index.Catalog.Store, Layout, index.Catalog.Reader, clock, index.Options);
        await index.PutAsync("jars/d.jar", "p/D");

        (await later.FollowAsync(new(await index.Catalog.Reader.LatestAsync(Cancellation)), CancellationToken.None, Cancellation)).ShouldBeTrue();

        (await index.PartsAsync()).Count.ShouldBeLessThan(kept.Count);
        (await index.FindAsync("p.*")).Count.ShouldBe(91);
    }

    private async Task<bool> DiesAsync()
    {
        try
        {
            await index.FollowAsync();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private async Task FillAsync()
    {
        await index.PutAsync("jars/a.jar", 1, Names);
        await index.PutAsync("jars/b.jar", 1, Names);
        (await index.FollowAsync()).ShouldBeTrue();
    }
}
