namespace Jarpoint.Cli.Check.Rules;

/// <summary>Jars of Hadoop in another version than the Hadoop that Spark brings.</summary>
internal sealed class HadoopOfSpark : IRule
{
    public string Id => "hadoop-of-spark";

    public Severity Severity => Severity.Error;

    public string Source => $"A jar of Hadoop must be in sync with hadoop-common: {Platform.NeverMix}";

    public IEnumerable<string> Check(CheckedJob job)
        => Platform.SparkOf(job.Spark) is not { } spark
            ? []
            : job.Identified.Where(Platform.IsHadoop)
                .Where(jar => jar.Version is { } version && version != spark.Hadoop)
                .Select(jar => $"{jar.Label} with Spark {job.Spark}, which comes with Hadoop {spark.Hadoop}: take {jar.ArtifactId} {spark.Hadoop}");
}
