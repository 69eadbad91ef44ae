using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Inference;

/// <summary>The artifacts a jar is, bundles and depends on.</summary>
internal sealed record ResolvedArtifacts(
    JarIdentity Identity, IReadOnlyList<IdentityEvidence> Bundled, IReadOnlyList<DeclaredDependency> Dependencies)
{
    public IEnumerable<(string? GroupId, string ArtifactId, string? Version, string Source)> All()
    {
        if (Identity is { Coordinates: { } own, Found: [var winner, ..] })
        {
            yield return (own.GroupId, own.ArtifactId, own.Version, winner.Path);
        }

        foreach (var bundled in Bundled)
        {
            yield return (bundled.GroupId, bundled.ArtifactId!, bundled.Version, bundled.Path);
        }

        foreach (var dependency in Dependencies.Where(static each => each.Scope != "test"))
        {
            yield return (
                dependency.GroupId,
                dependency.ArtifactId,
                dependency.Version,
                $"dependency {dependency.GroupId}:{dependency.ArtifactId}");
        }
    }
}
