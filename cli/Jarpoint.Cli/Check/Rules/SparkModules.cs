namespace Jarpoint.Cli.Check.Rules;

/// <summary>A module of Spark itself in another version than the Spark that runs.</summary>
internal sealed class SparkModules : IRule
{
    public string Id => "spark-module";

    public Severity Severity => Severity.Error;

    public string Source => "Spark's modules are released together, and its documentation names them with its own version: https://spark.apache.org/docs/3.5.0/sql-data-sources-avro.html";

    public IEnumerable<string> Check(CheckedJob job)
        => job.Spark is not { } spark
            ? []
            : job.Identified
                .Where(static jar => jar.GroupId == "org.apache.spark" && jar.ArtifactId!.StartsWith("spark-", StringComparison.Ordinal))
                .Where(jar => jar.Version is { } version && Platform.Minor(version) != Platform.Minor(spark))
                .Select(jar => $"{jar.Label} with Spark {spark}: take {jar.ArtifactId} {spark}");
}
