using System.Globalization;

namespace Jarpoint.LocalCloud.Systems.Documents;

/// <summary>A document's versions, oldest first. Changed only by <see cref="DocumentShelf"/>, by a copy.</summary>
internal sealed record Document(string Name, IReadOnlyList<DocumentVersion> Versions, int DefaultVersion)
{
    public DocumentVersion Latest => Versions[^1];

    /// <summary>A version by number, <c>$LATEST</c> or <c>$DEFAULT</c>; null is the default version.</summary>
    /// <exception cref="SsmException">InvalidDocumentVersion.</exception>
    public DocumentVersion Find(string? version) => version switch
    {
        null or "$DEFAULT" => Numbered(DefaultVersion),
        "$LATEST" => Latest,
        _ when int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Versions.Any(candidate => candidate.Number == number) => Numbered(number),
        _ => throw SsmErrors.InvalidDocumentVersion(version),
    };

    private DocumentVersion Numbered(int number) => Versions.First(version => version.Number == number);
}
