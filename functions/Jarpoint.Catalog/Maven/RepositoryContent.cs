using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Reading;

namespace Jarpoint.Catalog.Maven;

/// <summary>
/// Which jar the repository has under which coordinates: a function of one revision and the options, so that every run
/// comes to the same.
/// </summary>
internal sealed class RepositoryContent
{
    /// <summary>A larger jar may not be copied within one invocation.</summary>
    public const long LargestJar = 2L << 30;

    private readonly Dictionary<MavenArtifact, Dictionary<string, CatalogFact>> artifacts = [];

    public static RepositoryContent Empty { get; } = new();

    /// <summary>Whether each file has a <c>.sha256</c>.</summary>
    public bool HasSha256 { get; private init; }

    public IEnumerable<MavenArtifact> Artifacts => artifacts.Keys;

    public static RepositoryContent Of(CatalogView view, RepositoryPoint point)
    {
        var content = new RepositoryContent { HasSha256 = point.Sha256 };
        foreach (var fact in view.Entries)
        {
            if (fact.Size <= LargestJar && MavenCoordinates.Of(fact) is { } coordinates
                && !MavenLayout.IsInPlace(fact.Key, point.InPlace, coordinates))
            {
                content.Offer(coordinates, fact);
            }
        }

        return content;
    }

    /// <summary>By version; empty for an artifact that is not there.</summary>
    public IReadOnlyDictionary<string, CatalogFact> Versions(MavenArtifact artifact)
        => artifacts.TryGetValue(artifact, out var versions) ? versions : new Dictionary<string, CatalogFact>();

    // Of several jars with the same coordinates the one named artifact-version.jar wins, then the first in the order of
    // keys, which is the order of entries. See docs/decisions/0052.
    private void Offer(MavenCoordinates coordinates, CatalogFact fact)
    {
        if (!artifacts.TryGetValue(coordinates.Artifact, out var versions))
        {
            artifacts.Add(coordinates.Artifact, versions = new Dictionary<string, CatalogFact>(StringComparer.Ordinal));
        }

        if (!versions.TryGetValue(coordinates.Version, out var first)
            || (IsNamed(fact, coordinates) && !IsNamed(first, coordinates)))
        {
            versions[coordinates.Version] = fact;
        }
    }

    private static bool IsNamed(CatalogFact fact, MavenCoordinates coordinates)
        => fact.Key[(fact.Key.LastIndexOf('/') + 1)..] == coordinates.FileName;
}
