namespace Jarpoint.Jars.Versions;

/// <summary>
/// Maven's version ranges: <c>[1.0]</c>, <c>[1.0,2.0)</c>, <c>(,1.0]</c>, <c>[1.5,)</c>, several joined by commas.
/// https://maven.apache.org/enforcer/enforcer-rules/versionRanges.html
/// </summary>
public sealed class VersionRange
{
    private readonly IReadOnlyList<Bounds> bounds;

    private VersionRange(string text, IReadOnlyList<Bounds> bounds)
    {
        Text = text;
        this.bounds = bounds;
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Whether the text is meant as a range, well-formed or not.</summary>
    public static bool LooksLikeOne(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && text[0] is '[' or '(';
    }

    /// <summary>Null for a text that is no range.</summary>
    public static VersionRange? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<Bounds>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny(']', ')');
            if (!LooksLikeOne(text[start..]) || end < 0 || Bounds.TryParse(text.Substring(start, end + 1)) is not { } one)
            {
                return null;
            }

            found.Add(one);
            start += end + 1;
            if (start < text.Length && text[start++] != ',')
            {
                return null;
            }
        }

        return found.Count > 0 && text[^1] != ',' ? new VersionRange(text, found) : null;
    }

    public bool Contains(MavenVersion version) => bounds.Any(one => one.Contains(version));

    public override string ToString() => Text;

    private sealed record Bounds(MavenVersion? Low, bool LowIncluded, MavenVersion? High, bool HighIncluded)
    {
        public static Bounds? TryParse(string text)
        {
            var (lowIncluded, highIncluded) = (text[0] == '[', text[^1] == ']');
            var ends = text[1..^1].Split(',', StringSplitOptions.TrimEntries);
            switch (ends)
            {
                case [{ Length: > 0 } only] when lowIncluded && highIncluded:
                    var version = MavenVersion.Parse(only);
                    return new Bounds(version, true, version, true);
                case [var low, var high]:
                    var parsed = new Bounds(Version(low), lowIncluded, Version(high), highIncluded);
                    return parsed is { Low: { } from, High: { } to } && from > to ? null : parsed;
                default:
                    return null;
            }
        }

        public bool Contains(MavenVersion version)
            => (Low is null || (LowIncluded ? version >= Low : version > Low))
                && (High is null || (HighIncluded ? version <= High : version < High));

        private static MavenVersion? Version(string text) => text.Length > 0 ? MavenVersion.Parse(text) : null;
    }
}
