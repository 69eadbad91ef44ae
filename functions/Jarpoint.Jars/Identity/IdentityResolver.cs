using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Identity;

/// <summary>Decides which artifact a jar is. See docs/decisions/0003-identity-by-evidence.md.</summary>
internal static class IdentityResolver
{
    /// <summary>The sources of a name, strongest first; the first that gives one decides.</summary>
    private static readonly Func<IdentityClues, IdentityEvidence?>[] Precedence =
    [
        static clues => PomChoice.Own(clues.PomProperties, clues),
        static clues => PomChoice.Own(clues.PomXml, clues),
        static clues => ManifestClaim.From(clues.Manifest, clues.FileName) is { ArtifactId: not null } claim
            ? claim.ToEvidence()
            : null,
        static clues => clues.FileName.ToEvidence(clues.FileNameText) is { ArtifactId: not null } named ? named : null,
    ];

    public static ResolvedIdentity Resolve(IdentityClues clues)
    {
        var winner = Precedence.Select(source => source(clues)).FirstOrDefault(static found => found is not null);
        var poms = clues.PomProperties.Concat(clues.PomXml).ToList();
        var own = winner is null ? new List<IdentityEvidence>() : Corroborating(winner, clues, poms);
        var ownSet = own.ToHashSet();
        IReadOnlyList<IdentityEvidence> bundled =
        [
            .. poms.Where(pom => !ownSet.Contains(pom) && pom.ArtifactId is not null)
                .DistinctBy(static pom => (pom.GroupId, pom.ArtifactId)),
        ];
        if (winner?.ArtifactId is not { } artifact)
        {
            return new ResolvedIdentity(new JarIdentity(null, EvidenceKind.None, own, []), bundled);
        }

        var coordinates = new Coordinates(
            own.Where(static found => found.Kind != EvidenceKind.Manifest)
                .Select(static found => found.GroupId)
                .FirstOrDefault(static group => group is not null),
            artifact,
            Version(winner, own));
        return new ResolvedIdentity(
            new JarIdentity(coordinates, winner.Kind, own, Disagreements.Of(coordinates, winner, own, clues)), bundled);
    }

    // Nobody but the jar itself gives a file its version when it has no pom: the name is chosen at every release,
    // the manifest's attributes are often a specification's or an OSGi rendering.
    private static string? Version(IdentityEvidence winner, IReadOnlyList<IdentityEvidence> own)
    {
        var byPom = winner.Kind is EvidenceKind.PomProperties or EvidenceKind.PomXml;
        return own
            .OrderBy(found => !byPom && found.Kind == EvidenceKind.FileName ? 0 : 1)
            .Select(static found => found.Version)
            .FirstOrDefault(static version => version is not null && !version.Contains("${", StringComparison.Ordinal));
    }

    private static List<IdentityEvidence> Corroborating(
        IdentityEvidence winner, IdentityClues clues, List<IdentityEvidence> poms)
    {
        var found = new List<IdentityEvidence> { winner };
        found.AddRange(poms.Where(pom => pom != winner && PomChoice.IsSame(pom, winner)
            && winner.Kind is EvidenceKind.PomProperties or EvidenceKind.PomXml));
        if (winner.Kind != EvidenceKind.Manifest && ManifestClaim.From(clues.Manifest, clues.FileName) is { } claim)
        {
            found.Add(claim.ToEvidence());
        }

        if (winner.Kind != EvidenceKind.FileName
            && clues.FileName.ToEvidence(clues.FileNameText) is { ArtifactId: not null } named)
        {
            found.Add(named);
        }

        return found;
    }
}
