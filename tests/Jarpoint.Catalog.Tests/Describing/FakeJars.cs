using System.Globalization;
using System.Text;
using Jarpoint.Jars;
using Jarpoint.Jars.Description;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Catalog.Tests.Describing;

/// <summary>A jar here is a text: its version. <c>bad</c> is not a jar. Every read is two ranges of the source.</summary>
internal static class FakeJars
{
    public static async ValueTask<JarReadOutcome> ReadAsync(
        IJarSource source, string fileName, JarReadDepth depth, CancellationToken cancellationToken)
    {
        var content = new byte[source.Size];
        var middle = content.Length / 2;
        await source.ReadAsync(0, content.AsMemory(0, middle), cancellationToken);
        await source.ReadAsync(middle, content.AsMemory(middle), cancellationToken);
        var text = Encoding.UTF8.GetString(content);
        return text == "bad"
            ? new JarReadOutcome.Rejected(RejectionReason.NotAnArchive, "No end of central directory.")
            : new JarReadOutcome.Described(Describe(fileName, text) with { ReadWhole = depth is JarReadDepth.Whole });
    }

    public static JarDescription Describe(string fileName, string version) => new()
    {
        FileName = fileName,
        Size = version.Length,
        ReadWhole = true,
        Entries = 1,
        Identity = new JarIdentity(
            new Coordinates("org.example", "demo", version),
            EvidenceKind.PomProperties,
            [new IdentityEvidence(EvidenceKind.PomProperties, "META-INF/pom.properties", null, null, version)],
            []),
        Java = new JavaRelease(17, Exact: false),
        Scala = new ScalaVersion("2.12", "artifact suffix"),
        Module = null,
        Classes = [new ClassEntry("org/example/Demo", 0xDEADBEEF, 1234)],
        Warnings = [new JarWarning("shaded", "One."), new JarWarning("nested", "Two."), new JarWarning("shaded", "Three.")],
    };

    public static string Version(int number) => number.ToString("D4", CultureInfo.InvariantCulture);
}
