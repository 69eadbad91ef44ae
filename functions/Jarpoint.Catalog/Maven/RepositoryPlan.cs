using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Maven;

/// <summary>The steps from one content to another: always the same ones in the same order, so that a count says how far.</summary>
internal static class RepositoryPlan
{
    public static IReadOnlyList<RepositoryStep> Between(RepositoryContent from, RepositoryContent to)
    {
        var steps = new List<RepositoryStep>();
        foreach (var artifact in from.Artifacts.Union(to.Artifacts).Order())
        {
            Add(steps, artifact, from.Versions(artifact), to.Versions(artifact));
        }

        return steps;
    }

    private static void Add(
        List<RepositoryStep> steps,
        MavenArtifact artifact,
        IReadOnlyDictionary<string, CatalogFact> before,
        IReadOnlyDictionary<string, CatalogFact> after)
    {
        var added = 0;
        foreach (var (version, jar) in after.OrderBy(static each => each.Key, StringComparer.Ordinal))
        {
            var earlier = before.GetValueOrDefault(version);
            added += earlier is null ? 1 : 0;
            if (earlier is null || !IsSameDescription(earlier, jar) || !IsSameJar(earlier, jar))
            {
                steps.Add(new RepositoryStep.Publish(
                    new MavenCoordinates(artifact, version), jar, earlier is null || !IsSameJar(earlier, jar)));
            }
        }

        var removed = before.Keys.Where(version => !after.ContainsKey(version)).Order(StringComparer.Ordinal).ToList();
        if (added > 0 || removed.Count > 0)
        {
            steps.Add(new RepositoryStep.Index(artifact, after));
        }

        steps.AddRange(removed.Select(version => new RepositoryStep.Remove(new MavenCoordinates(artifact, version))));
    }

    private static bool IsSameDescription(CatalogFact left, CatalogFact right)
        => left.Jar!.Description == right.Jar!.Description;

    private static bool IsSameJar(CatalogFact left, CatalogFact right)
        => left.Jar!.Sha256 is { } digest
            ? digest == right.Jar!.Sha256
            : (left.Key, left.ETag, left.VersionId) == (right.Key, right.ETag, right.VersionId);
}
