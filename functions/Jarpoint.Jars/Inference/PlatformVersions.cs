using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Inference;

/// <summary>
/// Versions of Spark, Hadoop and the AWS SDKs: from the platform's own properties file, else from the coordinates of
/// this jar, of what it bundles and of what its pom depends on. Unresolved placeholders give no version.
/// </summary>
internal static class PlatformVersions
{
    private static readonly (string Product, string Group, string ArtifactPrefix, string? Entry)[] Products =
    [
        ("spark", "org.apache.spark", "spark-", "spark-version-info.properties"),
        ("hadoop", "org.apache.hadoop", "hadoop-", "common-version-info.properties"),
        ("aws-sdk-java", "com.amazonaws", "aws-java-sdk", "com/amazonaws/sdk/versionInfo.properties"),
        ("aws-sdk-java-v2", "software.amazon.awssdk", "", null),
    ];

    public static IReadOnlyList<VersionMark> Of(
        IReadOnlyDictionary<string, string?> entries, ResolvedArtifacts artifacts)
        => [.. Products
            .SelectMany(product => Marks(product, entries, artifacts))
            .DistinctBy(static mark => (mark.Product, mark.Version, mark.Source))];

    private static IEnumerable<VersionMark> Marks(
        (string Product, string Group, string ArtifactPrefix, string? Entry) product,
        IReadOnlyDictionary<string, string?> entries,
        ResolvedArtifacts artifacts)
    {
        if (product.Entry is { } entry && entries.GetValueOrDefault(entry) is { } stated)
        {
            yield return new VersionMark(product.Product, stated, entry);
        }

        foreach (var (groupId, artifactId, version, source) in artifacts.All())
        {
            if (groupId == product.Group && artifactId.StartsWith(product.ArtifactPrefix, StringComparison.Ordinal)
                && version is { Length: > 0 } && !version.Contains("${", StringComparison.Ordinal))
            {
                yield return new VersionMark(product.Product, version, source);
            }
        }
    }
}
