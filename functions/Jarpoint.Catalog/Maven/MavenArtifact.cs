namespace Jarpoint.Catalog.Maven;

/// <summary>What versions are versions of. Ordered as its name is written.</summary>
internal readonly record struct MavenArtifact(string GroupId, string ArtifactId) : IComparable<MavenArtifact>
{
    public int CompareTo(MavenArtifact other)
        => string.CompareOrdinal(GroupId, other.GroupId) is not 0 and var order
            ? order
            : string.CompareOrdinal(ArtifactId, other.ArtifactId);

    public override string ToString() => $"{GroupId}:{ArtifactId}";
}
