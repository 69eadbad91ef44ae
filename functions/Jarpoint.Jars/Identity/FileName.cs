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
        if (stem.Length > ParsedLength)
        {
            return new FileName(stem, stem, null, null);
        }

        return Bundle().Match(stem) is { Success: true } bundle
            ? new FileName(stem, bundle.Groups["name"].Value, bundle.Groups["version"].Value, null)
            : Split(stem, stem.Split('-'));
    }

    private static FileName Split(string stem, string[] tokens)
    {
        var number = Dotted(tokens);
        var start = number ?? Array.FindIndex(tokens, 1, static token => Plain().IsMatch(token));
        if (start < 1)
        {
            return new FileName(stem, stem, null, null);
        }

        var end = start + 1;
        while (end < tokens.Length && Qualifier().IsMatch(tokens[end]))
        {
            end++;
        }

        // `javax.inject-1-sources` has a version, `spark-3-udfs` a name.
        var classifier = end == tokens.Length ? null : string.Join('-', tokens[end..]);
        return number is null && classifier is not null && !Classifiers().IsMatch(classifier)
            ? new FileName(stem, stem, null, null)
            : new FileName(stem, string.Join('-', tokens[..start]), string.Join('-', tokens[start..end]), classifier);
    }

    // The first number of three parts begins the version: flink-shaded-hadoop-2-uber-2.8.3-10.0, hive-shims-0.23-2.3.9.
    // Without one the last of two parts does: paimon-spark-3.5-1.0.
    private static int? Dotted(string[] tokens)
    {
        var dotted = Enumerable.Range(1, tokens.Length - 1)
            .Where(index => Number().IsMatch(tokens[index]) && !IsTimestamp(tokens, index))
            .ToList();
        return dotted.Count == 0 ? null
            : dotted.Find(index => ThreeParts().IsMatch(tokens[index])) is > 0 and var three ? three
            : dotted[^1];
    }

    // In a snapshot's 1.0-20240101.120000-3, and not in commons-io-20030203.000550.
    private static bool IsTimestamp(string[] tokens, int index)
        => Timestamp().IsMatch(tokens[index]) && index > 1 && char.IsAsciiDigit(tokens[index - 1].FirstOrDefault());

    // `3.x` and `2.12_2.4` are labels; `3.5_2.12` is a Spark version and a Scala suffix of an artifact's name.
    [GeneratedRegex(
        @"^v?\d+(\.\d+)+(\.(?!x$)[A-Za-z0-9]+)*([~+].*|[a-zA-Z][A-Za-z0-9]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^v?\d+\.\d+\.\d", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeParts();

    [GeneratedRegex(@"^\d{8}\.\d{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"^(\d+|r\d{2,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    // The second line is of vendors who rebuild: Amazon EMR names hadoop-aws-3.3.6-amzn-1.
    [GeneratedRegex(
        """
        ^(\d+(\.\d+)*|SNAPSHOT|
        (amzn|cdh|databricks|emr|mapr|redhat|
        alpha|beta|rc|cr|m|b|ea|sp|pre|jre|android|final|ga|release|incubating|preview)[.\d]*)$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Qualifier();

    [GeneratedRegex(
        "^((test-)?sources|(test-)?javadoc|tests?|all|shaded|uber|fat|assembly|bundle|jar-with-dependencies)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Classifiers();

    // Eclipse names bundles org.eclipse.core.runtime_3.26.100.v20221021-0005.
    [GeneratedRegex(
        @"^(?<name>[^_]+\.[^_]+)_(?<version>\d+\.\d+\.\d+(\.[A-Za-z0-9_-]+)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bundle();
}
