using System.Text.RegularExpressions;
using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Identity;

/// <summary>What a file name in Maven's form <c>artifactId-version[-classifier].jar</c> states.</summary>
/// <param name="Stem">The file name without its extension.</param>
/// <param name="ArtifactId">The name part; the whole stem when no version is recognised.</param>
/// <param name="Version">The version part, or null.</param>
/// <param name="Classifier">What follows the version, or null.</param>
internal sealed partial record FileName(string Stem, string ArtifactId, string? Version, string? Classifier)
{
    private const int ParsedLength = 255;

    public IdentityEvidence ToEvidence(string fileName)
        => new(EvidenceKind.FileName, fileName, null, ArtifactId.Length == 0 ? null : ArtifactId, Version);

    public static FileName Parse(string fileName)
    {
        var stem = fileName.EndsWith(".jar", StringComparison.OrdinalIgnoreCase) ? fileName[..^4] : fileName;
        var tokens = stem.Split('-');
        if (stem.Length > ParsedLength || VersionStart(tokens) is not { } start)
        {
            return new FileName(stem, stem, null, null);
        }

        var end = start + 1;
        while (end < tokens.Length && Qualifier().IsMatch(tokens[end]))
        {
            end++;
        }

        return new FileName(
            stem,
            string.Join('-', tokens[..start]),
            string.Join('-', tokens[start..end]),
            end == tokens.Length ? null : string.Join('-', tokens[end..]));
    }

    // The last dotted number begins the version: log4j-1.2-api-2.17.1, hive-shims-0.23-2.3.9. Without one, the first
    // plain number does: javax.inject-1, stax-api-1.0-2 keeps its "-2" as a qualifier.
    private static int? VersionStart(string[] tokens)
    {
        for (var index = tokens.Length - 1; index > 0; index--)
        {
            if (Dotted().IsMatch(tokens[index]) && !Timestamp().IsMatch(tokens[index]))
            {
                return index;
            }
        }

        var plain = Array.FindIndex(tokens, 1, static token => Plain().IsMatch(token));
        return plain > 0 ? plain : null;
    }

    // `3.x` and `2.12_2.4` are labels; `3.5_2.12` is a Spark version and a Scala suffix of an artifact's name.
    [GeneratedRegex(@"^v?\d+(\.\d+)+(\.(?!x$)[A-Za-z0-9]+)*([~+].*|[a-zA-Z][A-Za-z0-9]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^\d{8}\.\d{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"^(\d+|r\d{2,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(
        @"^(\d+|\d{8}\.\d{6}|SNAPSHOT|(alpha|beta|rc|cr|m|b|ea|sp|pre|jre|android|final|ga|release|incubating|preview)[.\d]*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Qualifier();
}
