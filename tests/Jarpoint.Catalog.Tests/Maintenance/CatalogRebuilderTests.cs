using System.Text;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Maintenance;
using Jarpoint.Catalog.Storage;
using Jarpoint.Catalog.Tests.Describing;
using Microsoft.Extensions.Time.Testing;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Maintenance;

public sealed class CatalogRebuilderTests
{
    private readonly FakeTimeProvider time = new(Noon.AddHours(1));
    private readonly TestCatalog catalog;

    public CatalogRebuilderTests() => catalog = new TestCatalog { Store = new InMemoryObjectStore(true, time) };

    [Fact]
    public async Task Describes_a_bucket_the_catalog_never_heard_of()
    {
        await PutAsync("jars/a.jar", "1");
        await PutAsync("jars/b.jar", "bad");
        await PutAsync("jars/readme.txt", "1");
        await PutAsync("other/c.jar", "1");

        var counts = await RebuildAsync();

        counts.ShouldBe(new RebuildProgress(2, 0, 1, 1, 0, 1));
        var view = await catalog.Reader.LatestAsync(Cancellation);
        view.Entries.Select(static entry => (entry.Key, entry.Kind, entry.Sequencer)).ShouldBe(
            [("jars/a.jar", FactKind.Described, null), ("jars/b.jar", FactKind.Rejected, null)]);
    }

    [Fact]
    public async Task Commits_nothing_when_nothing_differs()
    {
        await PutAsync("jars/a.jar", "1");
        await RebuildAsync();

        (await RebuildAsync()).ShouldBe(new RebuildProgress(1, 1, 0, 0, 0, 1));
    }

    [Fact]
    public async Task Removes_what_is_gone_and_leaves_other_prefixes_alone()
    {
        await catalog.AppendAsync(Rejected("jars/gone.jar"), Rejected("other/gone.jar"));

        (await RebuildAsync()).Removed.ShouldBe(1);

        (await catalog.Reader.LatestAsync(Cancellation)).Entries.ShouldHaveSingleItem().Key.ShouldBe("other/gone.jar");
    }

    [Fact]
    public async Task Commits_in_bounded_batches_and_tells_how_far_it_is()
    {
        for (var i = 0; i < 5; i++)
        {
            await PutAsync($"jars/{i}.jar", "1");
        }

        var reports = new List<RebuildProgress>();
        await RebuildAsync(new RebuildOptions { BatchSize = 2 }, new Reports(reports));

        reports.Select(static report => (report.Described, report.Revision)).ShouldBe([(2, 1), (4, 2), (5, 3)]);
    }

    [Fact]
    public async Task Goes_on_where_it_was_interrupted()
    {
        for (var i = 0; i < 4; i++)
        {
            await PutAsync($"jars/{i}.jar", "1");
        }

        var options = new RebuildOptions { BatchSize = 2, Parallelism = 1 };
        catalog.Store.OnRequest = static request => request.Key is "jars/2.jar"
            ? throw new IOException("killed")
            : ValueTask.FromResult(StoreFault.None);
        await Should.ThrowAsync<IOException>(() => RebuildAsync(options));
        catalog.Store.OnRequest = null;

        (await RebuildAsync(options)).ShouldBe(new RebuildProgress(4, 2, 2, 0, 0, 2));
    }

    [Fact]
    public async Task Loses_to_an_event_that_happened_while_it_ran()
    {
        await PutAsync("jars/a.jar", "1");
        await RebuildAsync();
        await catalog.AppendAsync(Removed("jars/a.jar", 5) with { At = time.GetUtcNow() });

        (await catalog.Reader.LatestAsync(Cancellation)).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Describes_again_what_an_older_reader_described_under_its_own_sequencer()
    {
        await PutAsync("jars/a.jar", "1");
        var stored = (await catalog.Store.HeadAsync(new ObjectReference("jars/a.jar"), Cancellation))
            .ShouldBeOfType<HeadOutcome.Found>().Metadata;
        await catalog.AppendAsync(Rejected("jars/a.jar", 7) with
        {
            Reader = 0,
            ETag = stored.ETag,
            Size = stored.Size,
            VersionId = stored.VersionId,
            At = time.GetUtcNow(),
        });
        (await RebuildAsync()).Unchanged.ShouldBe(1);

        (await RebuildAsync(new RebuildOptions { Redescribe = true })).Described.ShouldBe(1);

        var entry = (await catalog.Reader.LatestAsync(Cancellation)).Entries.ShouldHaveSingleItem();
        (entry.Kind, entry.Sequencer, entry.VersionId).ShouldBe((FactKind.Described, "7", stored.VersionId));
    }

    private Task<RebuildProgress> RebuildAsync(RebuildOptions? options = null, IProgress<RebuildProgress>? progress = null)
    {
        var cataloguer = new JarCataloguer(catalog.Store, Layout, FakeJars.ReadAsync, TimeProvider.System);
        return new CatalogRebuilder(catalog.Store, Layout, cataloguer, catalog.NewWriter(), catalog.Reader)
            .RebuildAsync(options ?? new RebuildOptions(), progress, Cancellation);
    }

    private Task<PutOutcome> PutAsync(string key, string text) => catalog.Store.PutAsync(
        new ObjectWrite(key, Encoding.UTF8.GetBytes(text), new PutCondition.None()), Cancellation);

    private sealed class Reports(List<RebuildProgress> reports) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => reports.Add(value);
    }
}
