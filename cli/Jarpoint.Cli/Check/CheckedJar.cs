using Jarpoint.Catalog.Facts;
using Jarpoint.Jars.Description;

namespace Jarpoint.Cli.Check;

/// <summary>A jar of a job, as far as it was found.</summary>
/// <param name="Name">As the job names it.</param>
internal sealed record CheckedJar(string Name)
{
    /// <summary>What the catalog says of it; null for a file on disk and for a jar that was not found.</summary>
    public CatalogFact? Entry { get; init; }

    /// <summary>Null when the jar is missing or cannot be read.</summary>
    public JarDescription? Jar { get; init; }

    /// <summary>Why there is no description, in a sentence; null when there is one.</summary>
    public CheckedJarFault? Fault { get; init; }

    /// <summary>How a job names it that Spark itself resolves; null for any other.</summary>
    public Coordinates? Stated { get; init; }

    public string? GroupId => Identity?.GroupId;

    public string? ArtifactId => Identity?.ArtifactId;

    public string? Version => Identity?.Version;

    private Coordinates? Identity => Jar?.Identity.Coordinates ?? Stated;

    /// <summary>What a person calls it.</summary>
    public string Label => ArtifactId is null ? Name : Version is null ? ArtifactId : $"{ArtifactId} {Version}";

    /// <summary>Whether it is an artifact of a group. A jar that states no group is taken at its artifact's name.</summary>
    public bool IsOf(string group, Func<string, bool> artifact)
        => ArtifactId is { } own && artifact(own) && (GroupId is null || GroupId == group);
}

/// <summary>Why a jar of a job could not be checked.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Detail">A sentence without the jar's name.</param>
internal sealed record CheckedJarFault(CheckedJarFaultKind Kind, string Detail);

internal enum CheckedJarFaultKind
{
    /// <summary>It should be in the catalog, or on disk, and is not.</summary>
    Missing,

    /// <summary>It is somewhere the catalog does not know, such as in the image.</summary>
    Elsewhere,

    /// <summary>It is there and cannot be read as a jar.</summary>
    Rejected,
}
