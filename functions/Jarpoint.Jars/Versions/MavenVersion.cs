namespace Jarpoint.Jars.Versions;

/// <summary>
/// A version in Maven's order: <c>1-alpha &lt; 1-rc &lt; 1-SNAPSHOT &lt; 1 &lt; 1-sp &lt; 1-anything &lt; 1-1 &lt; 1.1</c>,
/// and <c>1 = 1.0 = 1-ga</c>. Equal versions may be written differently.
/// https://maven.apache.org/ref/3-LATEST/maven-artifact/apidocs/org/apache/maven/artifact/versioning/ComparableVersion.html
/// </summary>
/// <remarks>See <c>docs/decisions/0048-a-total-order-of-versions.md</c>.</remarks>
public sealed class MavenVersion : IComparable<MavenVersion>, IEquatable<MavenVersion>
{
    private readonly VersionSegment root;

    private MavenVersion(string text)
    {
        Text = text;
        root = VersionSegment.Parse(text);
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>A build that is replaced under the same name.</summary>
    public bool IsSnapshot => Text.EndsWith("-SNAPSHOT", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether any part says alpha, beta, milestone, release candidate or snapshot.</summary>
    public bool IsPreRelease => root.Qualifiers().Any(VersionQualifier.ComesBeforeRelease);

    /// <summary>Every text is a version.</summary>
    public static MavenVersion Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new MavenVersion(text);
    }

    public int CompareTo(MavenVersion? other) => other is null ? 1 : VersionSegment.Compare(root, other.root);

    public bool Equals(MavenVersion? other) => other is not null && CompareTo(other) == 0;

    public override bool Equals(object? obj) => Equals(obj as MavenVersion);

    public override int GetHashCode() => root.Canonical().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    public static bool operator ==(MavenVersion? left, MavenVersion? right) => left?.Equals(right) ?? right is null;

    public static bool operator !=(MavenVersion? left, MavenVersion? right) => !(left == right);

    public static bool operator <(MavenVersion? left, MavenVersion? right) => Compare(left, right) < 0;

    public static bool operator <=(MavenVersion? left, MavenVersion? right) => Compare(left, right) <= 0;

    public static bool operator >(MavenVersion? left, MavenVersion? right) => Compare(left, right) > 0;

    public static bool operator >=(MavenVersion? left, MavenVersion? right) => Compare(left, right) >= 0;

    private static int Compare(MavenVersion? left, MavenVersion? right)
        => left is null ? (right is null ? 0 : -1) : left.CompareTo(right);
}
