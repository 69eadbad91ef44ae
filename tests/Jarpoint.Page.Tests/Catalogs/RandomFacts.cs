using System.Globalization;
using Jarpoint.Catalog.Facts;
using Jarpoint.Jars;
using Jarpoint.Jars.Description;

namespace Jarpoint.Page.Tests.Catalogs;

/// <summary>Facts that meet each other in every rule of the fold: few keys, few sequencers, few instants.</summary>
internal sealed class RandomFacts(int seed)
{
    private static readonly string[] Sequencers = ["0A", "a", "00b", "B0", "b", "00000000000000B1"];

    private readonly Random dice = new(seed);

    public CatalogFact Next()
    {
        var kind = (FactKind)dice.Next(3);
        return new CatalogFact
        {
            Kind = kind,
            Key = $"jars/{dice.Next(12)}.jar",
            Sequencer = dice.Next(3) == 0 ? null : Sequencers[dice.Next(Sequencers.Length)],
            At = DateTimeOffset.UnixEpoch.AddMilliseconds((dice.Next(3) * 1000) + (dice.Next(3) * 50)),
            VersionId = dice.Next(2) == 0 ? null : "v" + Digit(),
            ETag = kind is FactKind.Removed ? null : Digit(),
            Size = kind is FactKind.Removed ? null : dice.Next(3),
            Reader = dice.Next(2),
            Jar = kind is FactKind.Described
                ? new JarSummary { Description = Digit(), ArtifactId = "a", Version = Digit(), Evidence = EvidenceKind.FileName }
                : null,
            Rejection = kind is FactKind.Rejected ? new Rejection(RejectionReason.Empty, Digit()) : null,
        };
    }

    private string Digit() => dice.Next(3).ToString(CultureInfo.InvariantCulture);
}
