using System.Globalization;

namespace Jarpoint.Cli.Check.Rules;

/// <summary>Classes for a later release of Java than the one that runs them.</summary>
internal sealed class JavaTooNew : IRule
{
    public string Id => "java-release";

    public Severity Severity => Severity.Error;

    public string Source => "Java refuses class files of later releases: https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.1; what Spark runs on: https://spark.apache.org/docs/latest/";

    public IEnumerable<string> Check(CheckedJob job)
    {
        var (limit, runtime) = (job.Java, Platform.SparkOf(job.Spark)) switch
        {
            ({ } stated, _) => (stated, string.Create(CultureInfo.InvariantCulture, $"the runtime is Java {stated}")),
            (null, { } spark) => (spark.Java, string.Create(
                CultureInfo.InvariantCulture, $"Spark {job.Spark} runs on Java {spark.Java} at most")),
            _ => (int.MaxValue, ""),
        };
        return job.Described
            .Where(jar => jar.Jar!.Java?.Release > limit)
            .Select(jar => string.Create(
                CultureInfo.InvariantCulture, $"{jar.Label} needs Java {jar.Jar!.Java!.Release}, and {runtime}"));
    }
}
