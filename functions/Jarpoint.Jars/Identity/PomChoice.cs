using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Identity;

/// <summary>
/// Chooses a jar's own pom among those inside it. A shaded jar carries the poms of what it bundles, often without
/// its own, so a pom is never taken for being the first or the only one.
/// </summary>
internal static class PomChoice
{
    public static IdentityEvidence? Own(IReadOnlyList<IdentityEvidence> poms, IdentityClues clues)
        => ByFileName(poms, clues) ?? ByManifest(poms, clues) ?? Only(poms, clues);

    private static IdentityEvidence? ByFileName(IReadOnlyList<IdentityEvidence> poms, IdentityClues clues)
    {
        var best = poms.Max(pom => (int?)FileNameMatch.Of(clues.FileName, pom)) ?? 0;
        if (best == 0)
        {
            return null;
        }

        var matching = poms.Where(pom => FileNameMatch.Of(clues.FileName, pom) == best).ToList();
        var longest = matching.Max(static pom => pom.ArtifactId!.Length);
        matching.RemoveAll(pom => pom.ArtifactId!.Length < longest);
        return OneArtifact(matching) ?? ByManifest(matching, clues);
    }

    private static IdentityEvidence? ByManifest(IReadOnlyList<IdentityEvidence> poms, IdentityClues clues)
        => clues.Manifest is { } manifest
            ? OneArtifact([.. poms.Where(pom => ManifestClaim.Supports(manifest, pom))])
            : null;

    private static IdentityEvidence? Only(IReadOnlyList<IdentityEvidence> poms, IdentityClues clues)
        => OneArtifact(poms) is { } only && PackageSupport.Holds(only, clues.Packages) ? only : null;

    private static IdentityEvidence? OneArtifact(IReadOnlyList<IdentityEvidence> poms)
        => poms.Count > 0 && poms.All(pom => IsSame(pom, poms[0])) && poms[0].ArtifactId is not null ? poms[0] : null;

    public static bool IsSame(IdentityEvidence left, IdentityEvidence right)
        => left.ArtifactId == right.ArtifactId
           && (left.GroupId == right.GroupId || left.GroupId is null || right.GroupId is null);
}
