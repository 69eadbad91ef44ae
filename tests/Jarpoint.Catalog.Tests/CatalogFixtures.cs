using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jarpoint.Catalog.Facts;
using Jarpoint.Jars.Description;

namespace Jarpoint.Catalog.Tests;

/// <summary>Facts with the lengths that facts have on AWS.</summary>
internal static class CatalogFixtures
{
    public static CatalogFact Described(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"spark-connector-{number % 700}_2.12");
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{number}")));
        return new CatalogFact
        {
            Kind = FactKind.Described,
            Key = string.Create(CultureInfo.InvariantCulture, $"jars/{name}/3.5.{number}/{name}-3.5.{number}.jar"),
            VersionId = digest[..32],
            Sequencer = string.Create(CultureInfo.InvariantCulture, $"0062E99A88{number:X8}"),
            At = TestCatalog.Noon.AddSeconds(number),
            Size = 1_000_000 + number,
            ETag = digest[32..],
            Reader = 1,
            Jar = new JarSummary
            {
                Description = digest,
                GroupId = "org.apache.spark",
                ArtifactId = name,
                Version = string.Create(CultureInfo.InvariantCulture, $"3.5.{number}"),
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
