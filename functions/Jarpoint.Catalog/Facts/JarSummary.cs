using Jarpoint.Jars.Description;

namespace Jarpoint.Catalog.Facts;

/// <summary>The short form of a description: what a list of jars shows. The long form is fetched by digest.</summary>
public sealed record JarSummary
{
    /// <summary>SHA-256 of the long description, lower-case hexadecimal: its name in the store.</summary>
    public required string Description { get; init; }

    public string? GroupId { get; init; }

    public string? ArtifactId { get; init; }

    public string? Version { get; init; }

    public required EvidenceKind Evidence { get; init; }

    /// <summary>SHA-256 of the jar, or null when it was read in ranges and S3 stores none.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Scala binary version, or null.</summary>
    public string? Scala { get; init; }

    /// <summary>Java release, or null without classes.</summary>
    public int? Java { get; init; }

    /// <summary>True when the Java release was sampled, not read from every class.</summary>
    public bool JavaSampled { get; init; }

    public int Classes { get; init; }

    /// <summary>Codes of the description's warnings, ordinal order, each once.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
