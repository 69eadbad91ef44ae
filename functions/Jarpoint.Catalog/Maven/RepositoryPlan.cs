using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Maven;

/// <summary>The way from one content to another: always the same steps in the same order, so that a count says how far.</summary>
/// <param name="Steps">To be done in this order.</param>
/// <param name="Sha256">What each of them does with the <c>.sha256</c> of its files.</param>
internal sealed record RepositoryPlan(IReadOnlyList<RepositoryStep> Steps, Sha256Files Sha256)
{
    public static RepositoryPlan Between(RepositoryContent from, RepositoryContent to)
    {
        var steps = new List<RepositoryStep>();
        var everything = from.HasSha256 != to.HasSha256;
        foreach (var artifact in from.Artifacts.Union(to.Artifacts).Order())
        {
            Add(steps, artifact, from.Versions(artifact), to.Versions(artifact), everything);
        }

        return new RepositoryPlan(
            steps, to.HasSha256 ? Sha256Files.Written : from.HasSha256 ? Sha256Files.Removed : Sha256Files.None);
    }

    private static void Add(
        List<RepositoryStep> steps,
        MavenArtifact artifact,
        IReadOnlyDictionary<string, CatalogFact> before,
        IReadOnlyDictionary<string, CatalogFact> after,
        bool everything)
    {
        var added = 0;
        foreach (var (version, jar) in after.OrderBy(static each => each.Key, StringComparer.Ordinal))
        {
            var earlier = before.GetValueOrDefault(version);
            added += earlier is null ? 1 : 0;
            if (everything || earlier is null || !IsSameDescription(earlier, jar) || !IsSameJar(earlier, jar))
            {
                steps.Add(new RepositoryStep.Publish(
                    new MavenCoordinates(artifact, version), jar, earlier is null || !IsSameJar(earlier, jar)));
            }
        }

        var removed = before.Keys.Where(version => !after.ContainsKey(version)).Order(StringComparer.Ordinal).ToList();
        if (everything || added > 0 || removed.Count > 0)
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
