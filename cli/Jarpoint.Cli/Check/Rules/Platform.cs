using Jarpoint.Jars.Versions;

namespace Jarpoint.Cli.Check.Rules;

/// <summary>
/// What releases of Spark and of hadoop-aws were built with. A release that is not listed is not judged. The sources are
/// in <c>docs/check.md</c>.
/// </summary>
internal static class Platform
{
    /// <summary>The documentation of Hadoop's S3 client forbids to mix releases.</summary>
    public const string NeverMix = "https://hadoop.apache.org/docs/r3.3.6/hadoop-aws/tools/hadoop-aws/troubleshooting_s3a.html";

    private static readonly SparkLine[] Sparks =
    [
        new("3.3", "3.3.2", ["2.12", "2.13"], 17),
        new("3.4", "3.3.4", ["2.12", "2.13"], 17),
        new("3.5", "3.3.4", ["2.12", "2.13"], 17),
        new("4.0", "3.4.1", ["2.13"], 21),
    ];

    private static readonly Dictionary<string, string> Sdks = new(StringComparer.Ordinal)
    {
        ["3.3.1"] = "1.11.901",
        ["3.3.4"] = "1.12.262",
        ["3.3.6"] = "1.12.367",
        ["3.4.0"] = "2.23.19",
        ["3.4.1"] = "2.24.6",
        ["3.4.2"] = "2.29.52",
    };

    /// <summary>The line of a version of Spark, such as 3.4 of 3.4.1; null for one that is not listed.</summary>
    public static SparkLine? SparkOf(string? version)
        => version is null ? null : Array.Find(Sparks, line => line.Minor == Minor(version));

    /// <summary>Version of the AWS SDK that a release of hadoop-aws was built with; null for one that is not listed.</summary>
    public static string? SdkOf(string? hadoop) => hadoop is null ? null : Sdks.GetValueOrDefault(hadoop);

    /// <summary>Whether hadoop-aws of this release calls version 2 of the SDK, whatever its exact version.</summary>
    public static bool CallsSdk2(string hadoop) => MavenVersion.Parse(hadoop) >= MavenVersion.Parse("3.4.0-alpha");

    /// <summary>The first two numbers of a version.</summary>
    public static string Minor(string version)
        => string.Join('.', version.Split('.', '-').Take(2));

    public static bool IsHadoop(CheckedJar jar)
        => jar.IsOf("org.apache.hadoop", static artifact => artifact.StartsWith("hadoop-", StringComparison.Ordinal)
            && !artifact.StartsWith("hadoop-shaded-", StringComparison.Ordinal));

    public static bool IsHadoopAws(CheckedJar jar) => jar.IsOf("org.apache.hadoop", static artifact => artifact == "hadoop-aws");

    public static bool IsSdk1(CheckedJar jar)
        => jar.IsOf("com.amazonaws", static artifact => artifact is "aws-java-sdk-bundle" or "aws-java-sdk-core" or "aws-java-sdk-s3");

    public static bool IsSdk2(CheckedJar jar)
        => jar.GroupId == "software.amazon.awssdk" && jar.ArtifactId is "bundle" or "sdk-core" or "s3";
}

/// <summary>A line of Spark's releases.</summary>
/// <param name="Minor">Its first two numbers.</param>
/// <param name="Hadoop">The version of Hadoop that its distribution has.</param>
/// <param name="Scala">Binary versions of Scala that it is released for.</param>
/// <param name="Java">The newest release of Java that its documentation names.</param>
internal sealed record SparkLine(string Minor, string Hadoop, IReadOnlyList<string> Scala, int Java);
