using Jarpoint.Catalog.Facts;

namespace Jarpoint.Cli.Resolve;

/// <summary>One jar of a lock.</summary>
internal sealed record LockedJar
{
    /// <summary>What was asked for.</summary>
    public required string Request { get; init; }

    public required string Key { get; init; }

    public string? GroupId { get; init; }

    public string? ArtifactId { get; init; }

    public string? Version { get; init; }

    /// <summary>SHA-256 of the jar; null when the catalog has none, then size and ETag stand for it.</summary>
    public string? Sha256 { get; init; }

    public long? Size { get; init; }

    public string? ETag { get; init; }

    public static LockedJar Of(string request, CatalogFact entry) => new()
    {
        Request = request,
        Key = entry.Key,
        GroupId = entry.Jar?.GroupId,
        ArtifactId = entry.Jar?.ArtifactId,
        Version = entry.Jar?.Version,
        Sha256 = entry.Jar?.Sha256,
        Size = entry.Size,
        ETag = entry.ETag,
    };

    /// <summary>Whether an entry is the very jar; an ETag alone may differ for equal bytes.</summary>
    public bool IsSame(CatalogFact entry)
        => Sha256 is { } own && entry.Jar?.Sha256 is { } other
            ? own == other
            : Size == entry.Size && ETag == entry.ETag;
}
