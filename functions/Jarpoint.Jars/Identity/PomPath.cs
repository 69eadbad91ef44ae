using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Identity;

/// <summary>Maven names a pom's folder after its artifact: <c>META-INF/maven/groupId/artifactId/</c>.</summary>
internal static class PomPath
{
    /// <summary>What a pom's path alone states; used when its content was not read.</summary>
    public static IdentityEvidence ToEvidence(EvidenceKind kind, string path)
        => path.Split('/') is ["META-INF" or "meta-inf", "maven", { Length: > 0 } group, { Length: > 0 } artifact, _]
            ? new IdentityEvidence(kind, path, group, artifact, null)
            : new IdentityEvidence(kind, path, null, null, null);

    public static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];
}
