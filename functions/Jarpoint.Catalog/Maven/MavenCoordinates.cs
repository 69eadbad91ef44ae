using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Jarpoint.Catalog.Facts;
using Jarpoint.Jars.Description;

namespace Jarpoint.Catalog.Maven;

/// <summary>Coordinates that may name objects: what they are made of cannot leave the repository or meet in it.</summary>
internal sealed partial record MavenCoordinates(MavenArtifact Artifact, string Version)
{
    private const int Longest = 200;

    // The names of the repository's own files, which a folder must not have: a mount shows one of the two.
    private static readonly string[] FileEndings = [".jar", ".pom", ".xml", ".sha1"];

    public string FileName => $"{Artifact.ArtifactId}-{Version}.jar";

    /// <summary>The coordinates of a jar that says them itself, in its own pom; null for any other.</summary>
    public static MavenCoordinates? Of(CatalogFact fact)
        => fact.Jar is { Evidence: EvidenceKind.PomProperties or EvidenceKind.PomXml } jar
            && IsName(jar.GroupId, Group()) && IsName(jar.ArtifactId, Name()) && IsName(jar.Version, Name())
                ? new MavenCoordinates(new MavenArtifact(jar.GroupId, jar.ArtifactId), jar.Version)
                : null;

    public override string ToString() => $"{Artifact}:{Version}";

    private static bool IsName([NotNullWhen(true)] string? text, Regex shape)
        => text is { Length: <= Longest } && shape.IsMatch(text)
            && !FileEndings.Any(ending => text.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\z")]
    private static partial Regex Group();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.+-]*\z")]
    private static partial Regex Name();
}
