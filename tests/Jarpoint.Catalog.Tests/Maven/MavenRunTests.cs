using System.Globalization;
using Jarpoint.Catalog.Storage;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Maven;

/// <summary>What runs cost, and what becomes of those that do not come to their end.</summary>
public sealed class MavenRunTests
{
    private readonly MavenBench bench = new();

    [Fact]
    public async Task Nothing_new_costs_one_read()
    {
        await bench.UploadAsync("org.example", "a", "1");
        var catalog = await bench.PublishedAsync();
        await bench.Repository.FollowAsync(catalog, CancellationToken.None, Cancellation);

        var cost = await bench.Catalog.CostAsync(() => bench.Repository.FollowAsync(catalog, CancellationToken.None, Cancellation));

        (cost.Requests, cost.Gets).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_thousand_uploads_cost_six_calls_each_at_most()
    {
        var number = 0;
        for (var artifact = 0; artifact < 250; artifact++)
        {
            for (var version = 0; version < 4; version++, number++)
            {
                await bench.UploadAsync("org.example", $"a{artifact:D3}", version.ToString(CultureInfo.InvariantCulture));
            }
        }

        var catalog = await bench.PublishedAsync();
        var cost = await bench.Catalog.CostAsync(() => bench.Repository.FollowAsync(catalog, CancellationToken.None, Cancellation));

        number.ShouldBe(1000);
        (cost.Requests / 1000.0).ShouldBeLessThanOrEqualTo(6);
        cost.Copies.ShouldBe(1000);
        (await bench.ContentAsync()).Count.ShouldBe((1000 * 4) + (250 * 2));
    }

    [Fact]
    public async Task The_cost_of_an_upload_does_not_grow_with_the_repository()
    {
        var costs = new List<int>();
        for (var number = 0; number < 60; number++)
        {
            await bench.UploadAsync("org.example", $"a{number}", "1");
            var catalog = await bench.PublishedAsync();
            var cost = await bench.Catalog.CostAsync(() => bench.Repository.FollowAsync(catalog, CancellationToken.None, Cancellation));
            costs.Add(cost.Requests);
        }

        costs.Skip(1).Distinct().ShouldHaveSingleItem().ShouldBeLessThanOrEqualTo(14);
    }

    [Fact]
    public async Task A_run_that_must_wind_up_leaves_the_rest_to_the_next()
    {
        for (var number = 0; number < 100; number++)
        {
            await bench.UploadAsync("org.example", $"a{number:D3}", "1");
        }

        using var windUp = new CancellationTokenSource();
        bench.Store.OnRequest = async request =>
        {
            if (request.Verb is StoreVerb.Copy)
            {
                await windUp.CancelAsync();
            }

            return StoreFault.None;
        };
        (await bench.FollowUntilAsync(windUp.Token)).ShouldBeFalse();
        var copied = (await bench.ContentAsync()).Keys.Count(static key => key.EndsWith(".jar", StringComparison.Ordinal));
        copied.ShouldBeInRange(1, 99);

        bench.Store.OnRequest = null;
        var cost = await bench.Catalog.CostAsync(() => bench.FollowAsync());
        cost.Copies.ShouldBe(100 - copied);
        (await bench.ContentAsync()).ShouldBe(await bench.AnewAsync());
    }

    [Fact]
    public async Task A_run_that_is_killed_at_any_request_is_finished_before_anything_else()
    {
        for (var survived = 0; survived < 40; survived++)
        {
            var killed = new MavenBench();
            await killed.UploadAsync("org.example", "a", "1");
            await killed.UploadAsync("org.example", "b", "1");
            await killed.FollowAsync();
            await killed.UploadAsync("org.example", "a", "2");
            await killed.UploadAsync("org.example", "c", "1");
            await killed.RemoveAsync("jars/b-1.jar");

            var catalog = await killed.PublishedAsync();
            var requests = 0;
            killed.Store.OnRequest = _ => Interlocked.Increment(ref requests) > survived
                ? throw new IOException("killed")
                : ValueTask.FromResult(StoreFault.None);
            await Record.ExceptionAsync(() => killed.Repository.FollowAsync(catalog, CancellationToken.None, Cancellation));
            killed.Store.OnRequest = null;

            // What the dead run may have published is taken away meanwhile.
            await killed.RemoveAsync("jars/c-1.jar");
            killed.Clock.Advance(TimeSpan.FromMinutes(3));
            (await killed.FollowAsync()).ShouldBeTrue();
            (await killed.ContentAsync()).ShouldBe(await killed.AnewAsync(), $"killed after {survived} requests");
        }
    }

    [Fact]
    public async Task A_run_leaves_the_work_to_the_one_that_began_it()
    {
        await bench.UploadAsync("org.example", "a", "1");
        var catalog = await bench.PublishedAsync();
        var second = true;
        bench.Store.OnRequest = async request =>
        {
            if (request.Verb is StoreVerb.Copy)
            {
                bench.Store.OnRequest = null;
                second = await bench.Repository.FollowAsync(catalog, CancellationToken.None, Cancellation);
            }

            return StoreFault.None;
        };

        (await bench.Repository.FollowAsync(catalog, CancellationToken.None, Cancellation)).ShouldBeTrue();

        second.ShouldBeFalse();
        bench.Store.Usage.Copies.ShouldBe(1);
    }

    [Fact]
    public async Task A_mark_whose_answer_was_lost_is_the_runs_own()
    {
        await bench.UploadAsync("org.example", "a", "1");
        bench.Store.OnRequest = static request => ValueTask.FromResult(
            request.Key.EndsWith("/maven.json", StringComparison.Ordinal) && request.Verb is StoreVerb.Put
                ? StoreFault.AnswerLost
                : StoreFault.None);

        (await bench.FollowAsync()).ShouldBeTrue();

        (await bench.ContentAsync()).Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_mark_that_is_none_stops_it_before_anything_is_taken_away()
    {
        await bench.UploadAsync("org.example", "a", "1");
        await bench.Catalog.PutTextAsync("catalog/v1/maven.json", "{");

        await Should.ThrowAsync<CatalogDamagedException>(() => bench.FollowAsync());
        (await bench.ContentAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_jar_that_another_key_has_too_is_not_copied_again()
    {
        var jar = JarFile.Of("org.example", "a", "1");
        await bench.UploadAsync("jars/old name.jar", jar);
        await bench.FollowAsync();
        await bench.UploadAsync("jars/a-1.jar", jar);

        var cost = await bench.Catalog.CostAsync(() => bench.FollowAsync());

        cost.Copies.ShouldBe(0);
    }
}
