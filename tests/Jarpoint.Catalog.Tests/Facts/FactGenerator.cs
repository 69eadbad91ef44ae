using FsCheck;
using FsCheck.Fluent;
using Jarpoint.Catalog.Facts;
using Jarpoint.Jars;
using Jarpoint.Jars.Description;

namespace Jarpoint.Catalog.Tests.Facts;

/// <summary>Facts that collide: three keys, few sequencers of unequal length, few times, every kind.</summary>
public static class FactGenerator
{
    public static Arbitrary<CatalogFact> Facts() => Fact().ToArbitrary();

    private static Gen<CatalogFact> Fact() =>
        from kind in Gen.Elements(FactKind.Described, FactKind.Removed, FactKind.Rejected)
        from key in Gen.Elements("jars/a.jar", "jars/b+c.jar", "jars/\uff5e.jar", "jars/\U0001f600.jar")
        from sequencer in Gen.Elements(null, null, "9", "0A", "A", "000a", "10", "0000000000000000000B")
        from milliseconds in Gen.Choose(0, 4000)
        from reader in Gen.Choose(1, 2)
        from version in Gen.Elements(null, "v1", "v2")
        from etag in Gen.Elements("e1", "e2")
        from detail in Gen.Elements("one", "two")
        select new CatalogFact
        {
            Kind = kind,
            Key = key,
            Sequencer = sequencer,
            VersionId = version,
            At = DateTimeOffset.UnixEpoch.AddMilliseconds(milliseconds),
            ETag = kind is FactKind.Removed ? null : etag,
            Size = kind is FactKind.Removed ? null : 3,
            Reader = kind is FactKind.Removed ? 0 : reader,
            Jar = kind is FactKind.Described ? Jar(detail) : null,
            Rejection = kind is FactKind.Rejected ? new Rejection(RejectionReason.Damaged, detail) : null,
        };

    private static JarSummary Jar(string description) => new()
    {
        Description = description,
        Evidence = EvidenceKind.FileName,
        Warnings = ["shaded"],
    };
}
