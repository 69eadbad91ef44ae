using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Identity;

/// <summary>How well a file name fits the artifact a pom states.</summary>
internal static class FileNameMatch
{
    /// <summary>
    /// 3: name and version; 2: the name; 1: the name with something like a version behind it, or written with other
    /// separators, or without the group in front of it; 0: no match.
    /// </summary>
    public static int Of(FileName fileName, IdentityEvidence pom)
    {
        if (pom.ArtifactId is not { Length: > 0 } artifact)
        {
            return 0;
        }

        var stem = WithoutGroup(fileName.Stem, pom);
        if (!stem.StartsWith(artifact, StringComparison.OrdinalIgnoreCase))
        {
            return IsRespelled(fileName, artifact) ? 1 : 0;
        }

        var rest = stem[artifact.Length..];
        return rest switch
        {
            _ when pom.Version is { Length: > 0 } version && IsVersion(rest, version) => 3,
            [] => 2,
            _ when fileName.ArtifactId.Equals(artifact, StringComparison.OrdinalIgnoreCase) => 2,
            ['-', >= '0' and <= '9', ..] when !fileName.ArtifactId.Contains('_', StringComparison.Ordinal) => 1,
            _ => 0,
        };
    }

    // Ivy, and with it spark-submit --packages, retrieves org.apache.hadoop_hadoop-aws-3.3.4.jar; Jetty writes a dot.
    private static ReadOnlySpan<char> WithoutGroup(ReadOnlySpan<char> stem, IdentityEvidence pom)
        => pom.GroupId is { Length: > 0 } group && stem.StartsWith(group, StringComparison.OrdinalIgnoreCase)
           && stem[group.Length..] is ['.' or '_', .. var name]
           && name.StartsWith(pom.ArtifactId, StringComparison.OrdinalIgnoreCase)
            ? name
            : stem;

    // Distributions rename: sisu-plexus.jar is org.eclipse.sisu.plexus, error-prone-annotations.jar has underscores.
    private static bool IsRespelled(FileName fileName, string artifact)
    {
        var stated = Dotted(artifact);
        return stated.Equals(Dotted(fileName.Stem), StringComparison.OrdinalIgnoreCase)
            || (Dotted(fileName.ArtifactId) is var named && named.Contains('.', StringComparison.Ordinal)
                && (stated.Equals(named, StringComparison.OrdinalIgnoreCase)
                    || stated.EndsWith($".{named}", StringComparison.OrdinalIgnoreCase)));
    }

    private static string Dotted(string name) => name.Replace('-', '.').Replace('_', '.');

    private static bool IsVersion(ReadOnlySpan<char> rest, string version)
        => rest.Length > version.Length && rest[0] == '-'
           && rest[1..].StartsWith(version, StringComparison.OrdinalIgnoreCase)
           && (rest.Length == version.Length + 1 || rest[version.Length + 1] is '-' or '.');
}
