using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jarpoint.Catalog;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;
using Jarpoint.Jars.Description;

namespace Jarpoint.Benchmarks.Catalog;

/// <summary>Catalogs of any size whose entries are as long as entries are on AWS.</summary>
internal static class SyntheticCatalog
{
    private const int FactsPerCommit = 1000;

    public static CatalogLayout Layout { get; } = new();

    public static async Task FillAsync(IObjectStore store, int entries)
    {
        var writer = new CatalogWriter(store, Layout, TimeProvider.System);
        for (var first = 0; first < entries; first += FactsPerCommit)
        {
            CatalogFact[] facts = [.. Enumerable.Range(first, Math.Min(FactsPerCommit, entries - first)).Select(Fact)];
            await writer.AppendAsync(facts, CancellationToken.None);
        }
    }

    public static CatalogPublisher Publisher(IObjectStore store)
        => new(store, Layout, new CatalogReader(store, Layout), TimeProvider.System);

    public static CatalogFact Fact(int number)
    {
        var artifact = string.Create(CultureInfo.InvariantCulture, $"spark-connector-{number % 700}_2.12");
        var version = string.Create(CultureInfo.InvariantCulture, $"3.5.{number}");
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version)));
        return new CatalogFact
        {
            Kind = FactKind.Described,
            Key = $"jars/{artifact}/{version}/{artifact}-{version}.jar",
            VersionId = digest[..32],
            Sequencer = string.Create(CultureInfo.InvariantCulture, $"0062E99A88{number:X8}"),
            At = DateTimeOffset.UnixEpoch.AddSeconds(number),
            Size = 1_000_000 + number,
            ETag = digest[32..],
            Reader = 1,
            Jar = new JarSummary
            {
                Description = digest,
                GroupId = "org.apache.spark",
                ArtifactId = artifact,
                Version = version,
                Evidence = EvidenceKind.PomProperties,
                Sha256 = digest,
                Scala = "2.12",
                Java = 8,
                Classes = 1234,
                Warnings = ["shaded"],
            },
        };
    }
}
