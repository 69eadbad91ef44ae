using Jarpoint.Jars.Versions;

namespace Jarpoint.Cli.Check.Rules;

/// <summary>Jars of several releases of Hadoop.</summary>
internal sealed class HadoopMix : IRule
{
    public string Id => "hadoop-mix";

    public Severity Severity => Severity.Error;

    public string Source => $"Jars of one release of Hadoop must not be mixed with those of another: {Platform.NeverMix}";

    public IEnumerable<string> Check(CheckedJob job)
    {
        var releases = job.Identified.Where(Platform.IsHadoop)
            .Where(static jar => jar.Version is not null)
            .GroupBy(static jar => jar.Version!, StringComparer.Ordinal)
            .OrderBy(static same => MavenVersion.Parse(same.Key))
            .ToList();
        return releases.Count > 1
            ? ["jars of several releases of Hadoop: " + string.Join("; ", releases.Select(static same =>
                $"{same.Key}: {string.Join(", ", same.Select(static jar => jar.ArtifactId))}"))]
            : [];
    }
}
