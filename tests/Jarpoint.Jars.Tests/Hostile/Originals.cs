using Jarpoint.Jars.Tests.Support;

namespace Jarpoint.Jars.Tests.Hostile;

/// <summary>Small jars that between them have everything a reader looks at.</summary>
internal static class Originals
{
    private const string Pom =
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0"><parent><groupId>org.acme</groupId><version>1.0</version></parent>
        <artifactId>acme-core</artifactId><properties><scala>2.12.18</scala></properties><dependencies>
        <dependency><groupId>org.scala-lang</groupId><artifactId>scala-library</artifactId><version>${scala}</version></dependency>
        </dependencies></project>
        """;

    public static IReadOnlyList<byte[]> All()
        => [Rich().ToBytes(), (Rich() with { Zip64End = true, Prefix = new byte[99] }).ToBytes(), Plain().ToBytes()];

    private static TestJar Rich()
        => TestJar.WithManifest(
            "Manifest-Version: 1.0\r\nMulti-Release: true\r\nImplementation-Title: acme-co\r\n re\r\n\r\nName: a/\r\nSealed: true\r\n\r\n",
            TestEntry.Text("META-INF/maven/org.acme/acme-core/pom.properties",
                "groupId=org.acme\nartifactId=acme-core\nversion=1.0\n"),
            TestEntry.Text("META-INF/maven/org.acme/acme-core/pom.xml", Pom),
            TestEntry.Text("META-INF/services/java.sql.Driver", "org.acme.Driver # ours\n"),
            TestEntry.Text("META-INF/ACME.SF", "Signature-Version: 1.0\n"),
            TestEntry.Text("LICENSE", "Apache License\nVersion 2.0"),
            new TestEntry("module-info.class"u8.ToArray(), ModuleFile.Named("org.acme.core")),
            TestEntry.Class("META-INF/versions/11/org/acme/A", 55),
            TestEntry.Class("org/acme/A") with { DataDescriptor = true },
            TestEntry.Class("org/acme/B") with { Zip64 = true },
            TestEntry.Class("org/acme/shaded/com/google/C") with { Method = 0 },
            TestEntry.Text("spark-version-info.properties", "version=3.5.1\n"));

    private static TestJar Plain()
        => new([.. Enumerable.Range(0, 40).Select(static n => TestEntry.Class($"a/b/C{n}"))])
        {
            Comment = [.. "PK\x05\x06 in a comment of some length"u8],
        };
}
