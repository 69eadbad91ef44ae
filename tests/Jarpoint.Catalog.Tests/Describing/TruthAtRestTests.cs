using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Maintenance;
using Jarpoint.Catalog.Storage;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Describing;

/// <summary>
/// Whatever happens in a bucket, and in whatever order and however often its events are looked at meanwhile: at rest
/// the catalog shows exactly what the bucket holds.
/// </summary>
public sealed class TruthAtRestTests
{
    public static TheoryData<bool, int> Seeds { get; } =
        new MatrixTheoryData<bool, int>([true, false], [.. Enumerable.Range(1, 60)]);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_catalog_shows_the_bucket_when_every_event_was_looked_at(bool versioned, int seed)
    {
        var bucket = new BucketModel(versioned, seed);
        var catalog = new TestCatalog { Store = bucket.Store };
        for (var i = 0; i < 30; i++)
        {
            await bucket.ChangeAsync();
            while (bucket.Events.Count > 0 && !bucket.Toss(3))
            {
                await ExamineAsync(catalog, bucket.Deliver(), between: bucket.Toss(3) ? bucket.ChangeAsync : null);
            }

            if (bucket.Toss(10))
            {
                await RebuildAsync(catalog);
            }
        }

        while (bucket.Events.Count > 0)
        {
            await ExamineAsync(catalog, bucket.Deliver(), between: null);
        }

        await ShouldBeTrueAsync(catalog);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_rebuild_mends_the_catalog_when_events_were_lost(bool versioned, int seed)
    {
        var bucket = new BucketModel(versioned, seed);
        var catalog = new TestCatalog { Store = bucket.Store };
        for (var i = 0; i < 20; i++)
        {
            await bucket.ChangeAsync();
            if (bucket.Toss(3))
            {
                bucket.Lose();
            }

            if (bucket.Events.Count > 0)
            {
                await ExamineAsync(catalog, bucket.Deliver(), between: null);
            }
        }

        while (bucket.Events.Count > 0)
        {
            await ExamineAsync(catalog, bucket.Deliver(), between: null);
        }

        bucket.Wait();
        await RebuildAsync(catalog);

        await ShouldBeTrueAsync(catalog);
        (await RebuildAsync(catalog)).ShouldBe(0);
    }

    /// <summary>Looks at one event, while one more change may happen after the first range was read.</summary>
    private static async Task ExamineAsync(TestCatalog catalog, ObjectChange change, Func<Task>? between)
    {
        catalog.Store.OnRequest = async request =>
        {
            if (request.Verb is StoreVerb.GetRange && between is { } happen)
            {
                between = null;
                await happen();
            }

            return StoreFault.None;
        };
        if (await Cataloguer(catalog).ExamineAsync(change, Cancellation) is ExamineOutcome.Fact fact)
        {
            await catalog.AppendAsync(fact.Value);
        }

        catalog.Store.OnRequest = null;
    }

    /// <summary>Returns the number of facts.</summary>
    private static async Task<long> RebuildAsync(TestCatalog catalog)
    {
        var rebuilder = new CatalogRebuilder(
            catalog.Store, Layout, Cataloguer(catalog), catalog.NewWriter(), catalog.Reader);
        var counts = await rebuilder.RebuildAsync(new RebuildOptions { BatchSize = 2 }, null, Cancellation);
        return counts.Described + counts.Rejected + counts.Removed;
    }

    private static JarCataloguer Cataloguer(TestCatalog catalog)
        => new(catalog.Store, Layout, FakeJars.ReadAsync, TimeProvider.System);

    private static async Task ShouldBeTrueAsync(TestCatalog catalog)
    {
        var bucket = new List<string>();
        await foreach (var listed in catalog.Store.ListAsync("jars/", null, Cancellation))
        {
            bucket.Add($"{listed.Key} {listed.ETag} {listed.Size}");
        }

        var view = await catalog.Reader.LatestAsync(Cancellation);

        view.Entries.Select(static entry => $"{entry.Key} {entry.ETag} {entry.Size}").ShouldBe(bucket);
    }
}
