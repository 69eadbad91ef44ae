using System.Text.RegularExpressions;
using Jarpoint.Jars.Description;
using Jarpoint.Jars.Manifest;

namespace Jarpoint.Jars.Identity;

/// <summary>
/// What a manifest states about the artifact. Titles are meant for people and bundle names follow several
/// conventions, so a name counts when the file name confirms it, or when it is the only one there is. The group is
/// kept as evidence and goes into no coordinates: vendor ids and bundle names of joda-time, commons-io and others
/// name an organisation that is not their group.
/// </summary>
internal sealed partial record ManifestClaim(string? GroupId, string? ArtifactId, string? Version)
{
    public const string Path = "META-INF/MANIFEST.MF";

    public IdentityEvidence ToEvidence() => new(EvidenceKind.Manifest, Path, GroupId, ArtifactId, Version);

    public static ManifestClaim? From(JarManifest? manifest, FileName fileName)
    {
        if (manifest is null)
        {
            return null;
        }

        var title = manifest["Implementation-Title"];
        var bundle = manifest.Plain("Bundle-SymbolicName");
        var vendor = manifest["Implementation-Vendor-Id"];
        var artifact = Confirmed(fileName, title, bundle) ?? Sole(fileName, title, vendor);
        var group = vendor is not null && Group().IsMatch(vendor) ? vendor
            : artifact is null ? null
            : Prefix(bundle, artifact);
        var version = Usable(manifest["Implementation-Version"]) ?? Usable(manifest["Bundle-Version"]);
        return group is null && artifact is null && version is null
            ? null
            : new ManifestClaim(group, artifact, version);
    }

    /// <summary>True when the manifest names this artifact in any of its attributes.</summary>
    public static bool Supports(JarManifest manifest, IdentityEvidence pom)
        => pom.ArtifactId is { } artifact
           && (Same(manifest["Implementation-Title"], artifact)
               || Names(manifest.Plain("Bundle-SymbolicName"), artifact)
               || (Same(manifest["Implementation-Vendor-Id"], pom.GroupId)
                   && Same(manifest["Implementation-Version"], pom.Version))
               || (Same(manifest["Implementation-Version"], pom.Version)
                   && manifest["Automatic-Module-Name"] is { } module && Names(module, artifact)));

    private static string? Confirmed(FileName fileName, string? title, string? bundle)
        => Same(title, fileName.ArtifactId) || Names(bundle, fileName.ArtifactId) ? fileName.ArtifactId : null;

    // Maven writes title and vendor id together, the title being the artifact's id unless the project has a name.
    private static string? Sole(FileName fileName, string? title, string? vendor)
        => fileName.Version is null && vendor is not null && title is not null && Artifact().IsMatch(title)
            ? title
            : null;

    private static bool Names(string? dotted, string artifact)
        => dotted is not null && artifact.Length > 0
           && (Same(dotted, artifact)
               || Plain(dotted).Equals(Plain(artifact), StringComparison.OrdinalIgnoreCase)
               || Plain(dotted).EndsWith($".{Plain(artifact)}", StringComparison.OrdinalIgnoreCase));

    private static string Plain(string name) => name.Replace('-', '.').Replace('_', '.');

    // The bundle plugin writes groupId.artifactId, but shortens it when the two overlap: com.google.guava is
    // com.google.guava:guava. Only a hyphen tells the parts apart for certain; without one the group stays unknown.
    private static string? Prefix(string? bundle, string artifact)
        => bundle is not null && artifact.Contains('-', StringComparison.Ordinal)
           && bundle.EndsWith($".{artifact}", StringComparison.Ordinal)
            ? bundle[..^(artifact.Length + 1)]
            : null;

    private static string? Usable(string? version)
        => version is not null && VersionText().IsMatch(version) ? version : null;

    private static bool Same(string? left, string? right)
        => left is not null && left.Equals(right, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Group();

    [GeneratedRegex(@"^[a-z][a-z0-9]*([-_.][a-z0-9.]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Artifact();

    // Not `${project.version}` and no prose.
    [GeneratedRegex(@"^[A-Za-z]?\d[A-Za-z0-9_.+~-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionText();
}
