namespace Jarpoint.Jars.Description;

/// <summary>Which artifact a jar is, and how that is known.</summary>
/// <param name="Coordinates">The coordinates of the winning evidence; null when nothing gives even a name.</param>
/// <param name="Evidence">The kind of evidence that won.</param>
/// <param name="Found">All evidence, the winner first.</param>
/// <param name="Disagreements">Sentences, one per piece of evidence that contradicts the winner.</param>
public sealed record JarIdentity(
    Coordinates? Coordinates,
    EvidenceKind Evidence,
    IReadOnlyList<IdentityEvidence> Found,
    IReadOnlyList<string> Disagreements);

/// <summary>Maven coordinates. A part nobody stated is null: missing means unknown.</summary>
public sealed record Coordinates(string? GroupId, string ArtifactId, string? Version)
{
    public override string ToString() => $"{GroupId ?? "?"}:{ArtifactId}:{Version ?? "?"}";
}

/// <summary>Sources of identity, strongest first.</summary>
public enum EvidenceKind
{
    PomProperties,
    PomXml,
    Manifest,
    FileName,
    None,
}

/// <summary>What one source states.</summary>
/// <param name="Kind">The kind of source.</param>
/// <param name="Path">The entry it came from, or the file name.</param>
/// <param name="GroupId">As stated, or null.</param>
/// <param name="ArtifactId">As stated, or null.</param>
/// <param name="Version">As stated, or null.</param>
public sealed record IdentityEvidence(
    EvidenceKind Kind, string Path, string? GroupId, string? ArtifactId, string? Version);
