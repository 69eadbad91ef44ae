using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Identity;

/// <summary>
/// Tells whether the classes of a jar may be those of an artifact: at least half lie in packages whose name holds
/// its group or, punctuation aside, its name.
/// </summary>
internal static class PackageSupport
{
    public static bool Holds(IdentityEvidence pom, IReadOnlyList<JavaPackage> packages)
    {
        var total = packages.Sum(static package => (long)package.Classes);
        var group = Letters(pom.GroupId);
        var artifact = Letters(pom.ArtifactId);
        var held = packages
            .Where(package => Letters(package.Name) is var name
                && ((group.Length > 0 && name.StartsWith(group, StringComparison.Ordinal))
                    || (artifact.Length > 2 && name.Contains(artifact, StringComparison.Ordinal))))
            .Sum(static package => (long)package.Classes);
        return held * 2 >= total;
    }

    // Up to Jakarta EE 8 the artifacts are jakarta.* and their packages javax.*.
    private static string Letters(string? name)
        => name is null
            ? string.Empty
            : string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()
                .Replace("jakarta", "javax", StringComparison.Ordinal);
}
