namespace Jarpoint.Cli.Check.Rules;

/// <summary>Jars for several binary versions of Scala, or for one that this Spark is not released for.</summary>
internal sealed class ScalaMix : IRule
{
    public string Id => "scala-mix";

    public Severity Severity => Severity.Error;

    public string Source => "Applications need the version of Scala that Spark was compiled for: https://spark.apache.org/docs/3.5.0";

    public IEnumerable<string> Check(CheckedJob job)
    {
        var versions = job.Described
            .Where(static jar => jar.Jar!.Scala is not null)
            .GroupBy(static jar => jar.Jar!.Scala!.Binary, StringComparer.Ordinal)
            .OrderBy(static same => same.Key, StringComparer.Ordinal)
            .ToList();
        if (versions.Count > 1)
        {
            yield return "jars for several versions of Scala: " + string.Join("; ", versions.Select(static same =>
                $"{same.Key}: {string.Join(", ", same.Select(static jar => jar.Label))}"));
        }

        if (Platform.SparkOf(job.Spark) is { } spark)
        {
            foreach (var same in versions.Where(same => !spark.Scala.Contains(same.Key)))
            {
                yield return $"Spark {job.Spark} is released for Scala {string.Join(" and ", spark.Scala)}, not for "
                    + $"{same.Key}: {string.Join(", ", same.Select(static jar => jar.Label))}";
            }
        }
    }
}
