namespace Jarpoint.Cli.Check.Rules;

/// <summary>A jar whose pom depends on another line of Spark than the one that runs.</summary>
internal sealed class BuiltForSpark : IRule
{
    public string Id => "built-for-spark";

    public Severity Severity => Severity.Warning;

    public string Source => "The jar's own pom.xml. Spark keeps its public interfaces within a major version only: https://spark.apache.org/versioning-policy.html";

    public IEnumerable<string> Check(CheckedJob job)
        => job.Spark is not { } spark
            ? []
            : job.Described
                .Where(static jar => jar.GroupId != "org.apache.spark")
                .Select(jar => (Jar: jar, Versions: jar.Jar!.VersionMarks
                    .Where(static mark => mark.Product == "spark")
                    .Select(static mark => mark.Version)
                    .Distinct(StringComparer.Ordinal)
                    .ToList()))
                .Where(one => one.Versions.Count > 0 && one.Versions.TrueForAll(version => Major(version) != Major(spark)))
                .Select(one => $"{one.Jar.Label} was built for Spark {string.Join(", ", one.Versions)}, not for {spark}");

    private static string Major(string version) => version.Split('.')[0];
}
