using System.IO.Enumeration;
using Jarpoint.Catalog.Facts;

namespace Jarpoint.Cli.Entries;

/// <summary>
/// Which entries a person means: <c>G:A:V</c>, each part with <c>*</c> and <c>?</c>, parts at the end left out or empty
/// for any. Without a colon, what the artifact or the key contains.
/// </summary>
internal sealed class CoordinatePattern(string text)
{
    private readonly string[]? parts = text.Contains(':', StringComparison.Ordinal) ? text.Split(':') : null;

    public bool Matches(CatalogFact entry)
        => parts is null
            ? Contains(entry.Jar?.ArtifactId) || Contains(entry.Key)
            : entry.Jar is { } jar && parts.Length <= 3
                && Part(0, jar.GroupId) && Part(1, jar.ArtifactId) && Part(2, jar.Version);

    private bool Contains(string? value)
        => value is not null && (value.Contains(text, StringComparison.OrdinalIgnoreCase)
            || FileSystemName.MatchesSimpleExpression(text, value));

    // Unknown matches only what asks for anything.
    private bool Part(int index, string? value)
        => parts!.Length <= index || parts[index] is "" or "*"
            || (value is not null && FileSystemName.MatchesSimpleExpression(parts[index], value, ignoreCase: false));
}
