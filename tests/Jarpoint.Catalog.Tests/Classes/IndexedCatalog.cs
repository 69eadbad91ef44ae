using Jarpoint.Catalog.Classes;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Tests.Describing;
using Jarpoint.Jars.Description;
using static Jarpoint.Catalog.Tests.TestCatalog;

namespace Jarpoint.Catalog.Tests.Classes;

/// <summary>A catalog whose jars have the classes a test says, with an index small enough to fold often.</summary>
internal sealed class IndexedCatalog
{
    private int sequencer;

    public TestCatalog Catalog { get; } = new();

    public ClassIndexOptions Options { get; init; } = new() { RecentCopies = 20, ChangedKeys = 8, PartCopies = 10 };

    public ClassFinder Finder => new(Catalog.Store, Layout);

    public ClassIndexer Indexer => new(Catalog.Store, Layout, Catalog.Reader, TimeProvider.System, Options);

    public Task PutAsync(string key, params string[] classes) => PutAsync(key, 1, classes);

    public async Task PutAsync(string key, uint crc, params string[] classes)
        => await Catalog.AppendAsync(await DescribedAsync(key, crc, classes));

    public async Task<CatalogFact> DescribedAsync(string key, uint crc, params string[] classes)
    {
        var jar = FakeJars.Describe(key, $"{sequencer}") with { Classes = [.. classes.Select(name => new ClassEntry(name, crc, 1))] };
        var digest = await new DescriptionStore(Catalog.Store, Layout, TimeProvider.System).PutAsync(jar, Cancellation);
        return Rejected(key, ++sequencer) with
        {
            Kind = FactKind.Described,
            Rejection = null,
            Jar = new JarSummary
            {
                Description = digest,
                GroupId = "org.example",
                ArtifactId = "demo",
                Version = $"{sequencer}",
                Evidence = EvidenceKind.PomProperties,
                Classes = classes.Length,
            },
        };
    }

    public Task RemoveAsync(string key) => Catalog.AppendAsync(Removed(key, ++sequencer));

    public Task<bool> FollowAsync() => FollowUntilAsync(CancellationToken.None);

    public async Task<bool> FollowUntilAsync(CancellationToken windUp)
    {
        var view = await Catalog.Reader.LatestAsync(Cancellation);
        return await Indexer.FollowAsync(new PublishedCatalog(view), windUp, Cancellation);
    }

    /// <summary>Copies as <c>name crc key</c>.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string name)
        => [.. (await Finder.FindAsync(ClassQuery.TryParse(name).ShouldNotBeNull(), Cancellation))
            .ShouldBeOfType<ClassFindOutcome.Found>().Classes
            .SelectMany(static row => row.Copies.Select(copy => $"{row.Name} {copy.Crc} {copy.Jar.Key}"))];

    /// <summary>What the catalog's descriptions say, without an index.</summary>
    public async Task<IReadOnlyList<string>> TruthAsync()
    {
        var store = new DescriptionStore(Catalog.Store, Layout, TimeProvider.System);
        var truth = new List<string>();
        foreach (var entry in (await Catalog.Reader.LatestAsync(Cancellation)).Entries.Where(static entry => entry.Jar is not null))
        {
            var jar = ((DescriptionOutcome.Found)await store.GetAsync(entry.Jar!.Description, Cancellation)).Jar;
            truth.AddRange(jar.Classes.Select(one => $"{ClassName.Of(one.Name)} {one.Crc} {entry.Key}"));
        }

        return [.. truth.Order(StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<string>> PartsAsync()
    {
        var keys = new List<string>();
        await foreach (var listed in Catalog.Store.ListAsync(Layout.Root + "classes/parts/", null, Cancellation))
        {
            keys.Add(listed.Key);
        }

        return keys;
    }

    public const string IndexKey = "catalog/v1/classes/index.json.gz";
}
