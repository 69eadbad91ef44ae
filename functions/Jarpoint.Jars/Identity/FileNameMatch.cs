using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Identity;

/// <summary>How well a file name fits the artifact a pom states.</summary>
internal static class FileNameMatch
{
    /// <summary>3: name and version; 2: the name; 1: the name with something like a version behind it; 0: no match.</summary>
    public static int Of(FileName fileName, IdentityEvidence pom)
    {
        if (pom.ArtifactId is not { Length: > 0 } artifact
            || !fileName.Stem.StartsWith(artifact, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var rest = fileName.Stem.AsSpan(artifact.Length);
        return rest switch
        {
            _ when pom.Version is { Length: > 0 } version && IsVersion(rest, version) => 3,
            [] => 2,
            _ when fileName.ArtifactId.Equals(artifact, StringComparison.OrdinalIgnoreCase) => 2,
            ['-', >= '0' and <= '9', ..] when !fileName.ArtifactId.Contains('_', StringComparison.Ordinal) => 1,
            _ => 0,
        };
    }

    private static bool IsVersion(ReadOnlySpan<char> rest, string version)
        => rest.Length > version.Length && rest[0] == '-'
           && rest[1..].StartsWith(version, StringComparison.OrdinalIgnoreCase)
           && (rest.Length == version.Length + 1 || rest[version.Length + 1] is '-' or '.');
}
