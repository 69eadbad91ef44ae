namespace Jarpoint.Catalog.Maven;

/// <summary>How far the repository came, and who is at work on it.</summary>
internal sealed record MavenMark
{
    /// <summary>Where the repository stands; between here and <see cref="Target"/> while there is one.</summary>
    public required RepositoryPoint Done { get; init; }

    /// <summary>Where it is on the way to; null when it stands.</summary>
    public RepositoryPoint? Target { get; init; }

    /// <summary>Steps of the way that are done. Never too many.</summary>
    public int Steps { get; init; }

    /// <summary>Drawn by the run that is at work; null when none is.</summary>
    public string? Claim { get; init; }

    /// <summary>From then on another run may take over.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }
}

/// <summary>What decides the repository's content.</summary>
/// <param name="Revision">Of the catalog; 0 for an empty repository.</param>
/// <param name="InPlace">The option of that name.</param>
/// <param name="Sha256">The option of that name.</param>
internal sealed record RepositoryPoint(long Revision, string InPlace, bool Sha256 = false);
