using System.Globalization;
using Jarpoint.Catalog.Classes;
using Jarpoint.Catalog.Storage;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Classes;

public sealed class ClassIndexerTests
{
    private readonly IndexedCatalog index = new();

    [Fact]
    public async Task Finds_the_jars_of_a_class_and_tells_same_bytes_from_other_bytes()
    {
        await index.PutAsync("jars/a-1.jar", 7, "org/x/Row", "org/y/Row");
        await index.PutAsync("jars/a-2.jar", 8, "org/x/Row", "org/x/Table");
        await index.FollowAsync();

        (await index.FindAsync("org.x.Row")).ShouldBe(["org.x.Row 7 jars/a-1.jar", "org.x.Row 8 jars/a-2.jar"]);
        (await index.FindAsync("Row")).Count.ShouldBe(3);
        (await index.FindAsync("None")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaves_out_descriptors_and_copies_for_later_releases_of_java()
    {
        await index.PutAsync("jars/a.jar", "module-info", "a/package-info", "META-INF/versions/9/a/B", "a/B");
        await index.FollowAsync();

        (await index.FindAsync("B")).ShouldBe(["a.B 1 jars/a.jar"]);
        (await index.FindAsync("module-info")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_removed_jar_leaves_and_a_replaced_one_changes_before_and_after_a_fold()
    {
        await index.PutAsync("jars/a.jar", 1, Names(0, 30));
        await index.PutAsync("jars/b.jar", 1, Names(0, 30));
        await index.FollowAsync();
        await index.RemoveAsync("jars/a.jar");
        await index.PutAsync("jars/b.jar", 2, "p/C7");
        await index.FollowAsync();

        (await index.FindAsync("C7")).ShouldBe(["p.C7 2 jars/b.jar"]);
        (await index.FindAsync("C8")).ShouldBeEmpty();

        await index.PutAsync("jars/c.jar", 3, Names(40, 30));
        await index.PutAsync("jars/d.jar", 3, Names(40, 30));
        await index.FollowAsync();

        await ShouldBeTrueAsync();
        (await index.FindAsync("C7")).ShouldBe(["p.C7 2 jars/b.jar"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_happens_to_the_jars_the_index_says_what_the_descriptions_say(int seed)
    {
        var random = new Random(seed);
        for (var step = 0; step < 60; step++)
        {
            var key = $"jars/{random.Next(12)}.jar";
            if (random.Next(4) == 0)
            {
                await index.RemoveAsync(key);
            }
            else
            {
                await index.PutAsync(key, (uint)random.Next(3), Names(random.Next(30), random.Next(12)));
            }

            if (random.Next(3) == 0)
            {
                using var windUp = new CancellationTokenSource();
                var writes = random.Next(6);
                index.Catalog.Store.OnRequest = async request =>
                {
                    if (request.Verb is StoreVerb.Put && writes-- == 0)
                    {
                        await windUp.CancelAsync();
                    }

                    return StoreFault.None;
                };
                await index.FollowUntilAsync(windUp.Token);
                index.Catalog.Store.OnRequest = null;
            }
        }

        await UntilDoneAsync();
        await ShouldBeTrueAsync();
    }

    [Fact]
    public async Task Nothing_new_costs_one_read()
    {
        await index.PutAsync("jars/a.jar", "p/A");
        await index.FollowAsync();
        var view = await index.Catalog.Reader.LatestAsync(Cancellation);

        var cost = await index.Catalog.CostAsync(async () =>
            (await index.Indexer.FollowAsync(new(view), CancellationToken.None, Cancellation)).ShouldBeTrue());

        (cost.Gets, cost.Requests).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_name_costs_three_reads_however_many_jars_there_are()
    {
        for (var i = 0; i < 40; i++)
        {
            await index.PutAsync($"jars/{i}.jar", (uint)i, [.. Names(i, 10), "org/x/Row", $"org/x{i}/Row"]);
        }

        await index.FollowAsync();
        await index.PutAsync("jars/last.jar", "org/x/Row");
        await index.FollowAsync();

        foreach (var name in new[] { "Row", "org.x.Row", "C7", "Zzz", "A" })
        {
            var cost = await index.Catalog.CostAsync(async () => await index.FindAsync(name));
            cost.Requests.ShouldBeLessThanOrEqualTo(3, name);
            cost.Requests.ShouldBe(cost.Gets);
        }

        (await index.FindAsync("org.x.Row")).Count.ShouldBe(41);
    }

    [Fact]
    public async Task An_upload_costs_the_same_however_many_jars_there_are()
    {
        var small = await UploadCostAsync(10);
        var large = await UploadCostAsync(200);

        large.ShouldBe(small);
    }

    [Fact]
    public async Task A_hostile_jar_of_65_000_classes_is_found_whole()
    {
        var large = new IndexedCatalog { Options = new ClassIndexOptions() };
        await large.PutAsync("jars/hostile.jar", 1, Names(0, 65_000));
        await large.PutAsync("jars/small.jar", 2, "p/C64999");
        await large.FollowAsync();

        (await large.FindAsync("C64999")).ShouldBe(["p.C64999 1 jars/hostile.jar", "p.C64999 2 jars/small.jar"]);
        (await large.FindAsync("p.C6499*")).Count.ShouldBe(12);
    }

    private static string[] Names(int first, int count)
        => [.. Enumerable.Range(first, count).Select(static i => string.Create(CultureInfo.InvariantCulture, $"p/C{i}"))];

    private static async Task<int> UploadCostAsync(int jars)
    {
        var catalog = new IndexedCatalog { Options = new ClassIndexOptions() };
        await catalog.Catalog.AppendAsync(
            [.. await Task.WhenAll(Enumerable.Range(0, jars).Select(i => catalog.DescribedAsync($"jars/{i}.jar", 1, Names(i, 20))))]);
        await catalog.FollowAsync();
        await catalog.PutAsync("jars/new.jar", "p/New");
        var view = await catalog.Catalog.Reader.LatestAsync(Cancellation);
        return (await catalog.Catalog.CostAsync(() => catalog.Indexer.FollowAsync(new(view), CancellationToken.None, Cancellation))).Requests;
    }

    private async Task UntilDoneAsync()
    {
        for (var run = 0; !await index.FollowAsync(); run++)
        {
            run.ShouldBeLessThan(100);
        }
    }

    private async Task ShouldBeTrueAsync()
        => (await index.FindAsync("p.*")).Order(StringComparer.Ordinal).ShouldBe(await index.TruthAsync());
}
