using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Jarpoint.Benchmarks.Catalog;
using Jarpoint.Catalog.Classes;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;
using Jarpoint.Jars.Description;

namespace Jarpoint.Benchmarks.Command;

/// <summary>
/// A catalog of jars with classes, and its index: ten versions of each artifact, the last eighth of their classes
/// bundled from elsewhere and so in every jar.
/// </summary>
internal static class SyntheticClasses
{
    public const int Jars = 1_000;
    public const int ClassesPerJar = 500;

    /// <summary>In every jar.</summary>
    public const string Bundled = "Bundled499";

    private const int Artifacts = Jars / 10;

    public static async Task FillAsync(InMemoryObjectStore store)
    {
        var layout = SyntheticCatalog.Layout;
        var descriptions = new DescriptionStore(store, layout, TimeProvider.System);
        var facts = new List<CatalogFact>();
        for (var number = 0; number < Jars; number++)
        {
            var fact = SyntheticCatalog.Fact(number);
            var digest = await descriptions.PutAsync(Describe(fact, number), CancellationToken.None);
            facts.Add(fact with { Jar = fact.Jar! with { Description = digest, Classes = ClassesPerJar } });
        }

        await new CatalogWriter(store, layout, TimeProvider.System).AppendAsync(facts, CancellationToken.None);
        await SyntheticCatalog.Publisher(store).PublishAsync(CancellationToken.None);
        var reader = new CatalogReader(store, layout);
        var catalog = new PublishedCatalog(await reader.LatestAsync(CancellationToken.None));
        await new ClassIndexer(store, layout, reader, TimeProvider.System)
            .FollowAsync(catalog, CancellationToken.None, CancellationToken.None);
    }

    private static JarDescription Describe(CatalogFact fact, int number) => new()
    {
        FileName = fact.Key[(fact.Key.LastIndexOf('/') + 1)..],
        Size = fact.Size ?? 0,
        ReadWhole = true,
        Entries = ClassesPerJar,
        Identity = new JarIdentity(
            new Coordinates(fact.Jar!.GroupId, fact.Jar.ArtifactId!, fact.Jar.Version), EvidenceKind.PomProperties, [], []),
        Java = new JavaRelease(8, Exact: false),
        Scala = null,
        Module = null,
        Classes = [.. Enumerable.Range(0, ClassesPerJar).Select(one => Class(number, one))],
    };

    /// <summary>Every third class is changed by each version, the others by none.</summary>
    private static ClassEntry Class(int jar, int number)
    {
        var artifact = jar % Artifacts;
        var name = number < ClassesPerJar * 7 / 8
            ? string.Create(CultureInfo.InvariantCulture, $"org/apache/spark/connector{artifact}/part{number / 40}/Class{number}")
            : string.Create(CultureInfo.InvariantCulture, $"com/example/bundled/Bundled{number}");
        var content = number % 3 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{name}@{jar / Artifacts}") : name;
        return new ClassEntry(name, Crc32.HashToUInt32(Encoding.UTF8.GetBytes(content)), 4_000);
    }
}
