using Jarpoint.Jars.Versions;

namespace Jarpoint.Cli.Check.Rules;

/// <summary>The same artifact in several versions: which of them a class comes from is the class path's order.</summary>
internal sealed class SeveralVersions : IRule
{
    public string Id => "several-versions";

    public Severity Severity => Severity.Error;

    public string Source => "A class loader takes the first of several classes with one name: https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/net/URLClassLoader.html";

    public IEnumerable<string> Check(CheckedJob job)
        => job.Identified
            .Where(static jar => jar is { GroupId: not null, Version: not null })
            .GroupBy(static jar => (jar.GroupId, jar.ArtifactId))
            .Select(static same => (same.Key, Versions: same.Select(static jar => jar.Version!)
                .Distinct(StringComparer.Ordinal).OrderBy(MavenVersion.Parse).ToList()))
            .Where(static same => same.Versions.Count > 1)
            .Select(static same => $"{same.Key.GroupId}:{same.Key.ArtifactId} is there as {string.Join(" and as ", same.Versions)}");
}
