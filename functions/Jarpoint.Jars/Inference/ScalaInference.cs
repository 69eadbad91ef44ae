using System.Text.RegularExpressions;
using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Inference;

/// <summary>
/// Scala binary versions in evidence, strongest first. None means none was stated, not that there is no Scala.
/// </summary>
internal static partial class ScalaInference
{
    private const string Group = "org.scala-lang";

    public static IReadOnlyList<ScalaVersion> Of(ResolvedArtifacts artifacts, string? libraryProperties, bool hasTasty)
        => [.. Evidence(artifacts, libraryProperties, hasTasty).DistinctBy(static version => version.Binary)];

    private static IEnumerable<ScalaVersion> Evidence(
        ResolvedArtifacts artifacts, string? libraryProperties, bool hasTasty)
    {
        var own = artifacts.Identity.Coordinates;
        if (own is not null && Suffix(own.ArtifactId) is { } suffix)
        {
            yield return new ScalaVersion(suffix, $"artifact suffix of {own.ArtifactId}");
        }

        if (Binary(libraryProperties) is { } library)
        {
            yield return new ScalaVersion(library, "library.properties");
        }

        foreach (var (group, artifact, version, source) in artifacts.All())
        {
            if (IsLibrary(group, artifact) && Binary(version) is { } stated)
            {
                yield return new ScalaVersion(stated, source);
            }
        }

        foreach (var (_, artifact, _, source) in artifacts.All())
        {
            if (Suffix(artifact) is { } bundled)
            {
                yield return new ScalaVersion(bundled, source);
            }
        }

        if (hasTasty)
        {
            yield return new ScalaVersion("3", "TASTy files");
        }
    }

    private static bool IsLibrary(string? group, string artifact)
        => (group is Group or null && artifact is "scala-library" or "scala-reflect" or "scala-compiler")
           || (group == Group && artifact is "scala3-library_3");

    private static string? Suffix(string artifact)
        => ArtifactSuffix().Match(artifact) is { Success: true } match ? match.Groups[1].Value : null;

    private static string? Binary(string? version)
        => version is not null && FullVersion().Match(version) is { Success: true } match
            ? match.Groups[1].Value is "3" ? "3" : $"{match.Groups[1].Value}.{match.Groups[2].Value}"
            : null;

    [GeneratedRegex(@"_(2\.1[0-9]|2\.[789]|3)$", RegexOptions.CultureInvariant)]
    private static partial Regex ArtifactSuffix();

    [GeneratedRegex(@"^([23])\.(\d+)(\.|$|-)", RegexOptions.CultureInvariant)]
    private static partial Regex FullVersion();
}
