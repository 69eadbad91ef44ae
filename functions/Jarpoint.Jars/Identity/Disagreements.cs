using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Identity;

/// <summary>Says where evidence contradicts the chosen coordinates. Silence is no contradiction.</summary>
internal static class Disagreements
{
    public static IReadOnlyList<string> Of(
        Coordinates coordinates, IdentityEvidence winner, IReadOnlyList<IdentityEvidence> own, IdentityClues clues)
        => [.. own.Where(found => found != winner)
            .SelectMany(found => Contradictions(coordinates, winner, found, clues))];

    private static IEnumerable<string> Contradictions(
        Coordinates coordinates, IdentityEvidence winner, IdentityEvidence found, IdentityClues clues)
    {
        // A manifest names a vendor or a bundle, which is not meant to be the group.
        if (found.Kind != EvidenceKind.Manifest
            && found.GroupId is { } group && coordinates.GroupId is { } chosen && group != chosen)
        {
            yield return Sentence("group", group, found, chosen, winner);
        }

        if (found.ArtifactId is { } artifact && !IsSameName(artifact, coordinates, winner, found, clues))
        {
            yield return Sentence("artifact", artifact, found, coordinates.ArtifactId, winner);
        }

        if (found.Version is { } version && coordinates.Version is { } release
            && version != release && OsgiVersion.From(release) != version
            && !(found.Kind == EvidenceKind.FileName && FileNameMatch.Of(clues.FileName, winner) == 3))
        {
            yield return Sentence("version", version, found, release, winner);
        }
    }

    private static bool IsSameName(
        string artifact, Coordinates coordinates, IdentityEvidence winner, IdentityEvidence found, IdentityClues clues)
        => artifact.Equals(coordinates.ArtifactId, StringComparison.OrdinalIgnoreCase)
           || (found.Kind != EvidenceKind.PomXml && FileNameMatch.Of(clues.FileName, winner) > 0);

    private static string Sentence(
        string part, string stated, IdentityEvidence found, string chosen, IdentityEvidence winner)
        => $"{found.Path} states {part} {stated}, {winner.Path} {chosen}.";
}
