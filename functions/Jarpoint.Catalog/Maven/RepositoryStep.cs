using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Maven;

/// <summary>One thing to do to the repository. Doing it again changes nothing.</summary>
internal abstract record RepositoryStep
{
    private RepositoryStep()
    {
    }

    /// <summary>Put a version in place.</summary>
    /// <param name="Coordinates">Its coordinates.</param>
    /// <param name="Jar">Whose jar and pom.</param>
    /// <param name="Bytes">Whether the jar is to be copied; else only its pom changed.</param>
    public sealed record Publish(MavenCoordinates Coordinates, CatalogFact Jar, bool Bytes) : RepositoryStep;

    /// <summary>Say which versions there are, none included. Comes after their publications, before removals.</summary>
    public sealed record Index(MavenArtifact Artifact, IReadOnlyDictionary<string, CatalogFact> Versions) : RepositoryStep;

    /// <summary>Take a version away.</summary>
    public sealed record Remove(MavenCoordinates Coordinates) : RepositoryStep;
}
