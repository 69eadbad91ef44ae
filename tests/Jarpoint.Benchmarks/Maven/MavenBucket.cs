using Jarpoint.Benchmarks.Catalog;
using Jarpoint.Catalog.Classes;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Maven;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;
using Jarpoint.Jars.Description;

namespace Jarpoint.Benchmarks.Maven;

/// <summary>A bucket of small jars, its catalog, and what <c>PublishCatalog</c> keeps beside it.</summary>
internal sealed class MavenBucket
{
    private const int Classes = 30;

    private readonly InMemoryObjectStore store = new(versioned: false);

    public bool HasRepository { get; init; } = true;

    public bool HasSha256 { get; init; }

    public async Task UploadAsync(int first, int uploads, int artifacts)
    {
        var descriptions = new DescriptionStore(store, SyntheticCatalog.Layout, TimeProvider.System);
        var facts = new List<CatalogFact>();
        for (var number = first; number < first + uploads; number++)
        {
            var fact = SyntheticCatalog.Fact(number);
            var stored = (PutOutcome.Stored)await store.PutAsync(
                new ObjectWrite(fact.Key, BitConverter.GetBytes(number), new PutCondition.None()), CancellationToken.None);
            facts.Add(fact with
            {
                VersionId = null,
                ETag = stored.ETag,
                Jar = fact.Jar! with
                {
                    ArtifactId = $"artifact-{number % artifacts}",
                    Classes = Classes,
                    Description = await descriptions.PutAsync(Description(fact), CancellationToken.None),
                },
            });
        }

        await new CatalogWriter(store, SyntheticCatalog.Layout, TimeProvider.System)
            .AppendAsync(facts, CancellationToken.None);
        await SyntheticCatalog.Publisher(store).PublishAsync(CancellationToken.None);
    }

    /// <returns>Calls made.</returns>
    public async Task<int> FollowAsync()
    {
        var reader = new CatalogReader(store, SyntheticCatalog.Layout);
        var catalog = new PublishedCatalog(await reader.LatestAsync(CancellationToken.None));
        var descriptions = new DescriptionCache(store, SyntheticCatalog.Layout, TimeProvider.System);
        var publications = new List<IPublication>
        {
            new ClassIndexer(store, SyntheticCatalog.Layout, reader, TimeProvider.System, descriptions: descriptions),
        };
        if (HasRepository)
        {
            publications.Add(new MavenRepository(
                store, store, SyntheticCatalog.Layout, reader, new MavenOptions { Sha256 = HasSha256 }, TimeProvider.System, descriptions));
        }

        var before = store.Usage;
        var followed = await Task.WhenAll(publications.Select(
            publication => publication.FollowAsync(catalog, CancellationToken.None, CancellationToken.None)));
        return followed.All(static done => done)
            ? (store.Usage - before).Requests
            : throw new InvalidOperationException("Not everything followed.");
    }

    private static JarDescription Description(CatalogFact fact) => new()
    {
        FileName = Path.GetFileName(fact.Key),
        Size = fact.Size ?? 0,
        ReadWhole = true,
        Entries = Classes,
        Identity = new JarIdentity(null, EvidenceKind.None, [], []),
        Java = null,
        Scala = null,
        Module = null,
        Classes = [.. Enumerable.Range(0, Classes).Select(one => new ClassEntry($"org/example/C{one}.class", (uint)one, 100))],
    };
}
