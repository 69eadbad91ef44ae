using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Inference;

/// <summary>
/// Packages that do not look like the jar's own. Two rules. A package below a segment such as <c>shaded</c> or
/// <c>thirdparty</c> was relocated: it is reported with the root of what follows. Otherwise packages are reduced to
/// their root (a domain and a name; one more below <c>org.apache</c>, <c>com.google</c> and other shared houses; one
/// segment without a domain), and a root is foreign when it is neither the group's nor that of most classes.
/// </summary>
internal static class ShadedPackages
{
    private static readonly string[] Markers =
        ["shaded", "shade", "repackaged", "relocated", "repackage", "thirdparty", "third_party", "sparkproject"];

    private static readonly string[] Houses =
    [
        "org.apache", "com.google", "org.eclipse", "com.github", "io.github", "org.codehaus", "com.sun",
        "org.jetbrains",
    ];

    private static readonly string[] Domains = ["info", "java", "javax", "jakarta", "software"];

    public static IReadOnlyList<string> Of(IReadOnlyList<JavaPackage> packages, string? groupId)
    {
        var roots = packages
            .Where(static package => package.Name.Length > 0)
            .Select(static package => (package.Classes, Segments: package.Name.Split('.')))
            .Select(static package => (
                package.Classes, Relocated: Relocated(package.Segments), Root: Root(package.Segments)))
            .ToList();
        var dominant = roots.Where(static root => root.Relocated is null)
            .GroupBy(static root => root.Root, StringComparer.Ordinal)
            .OrderByDescending(static root => root.Sum(static each => each.Classes))
            .ThenBy(static root => root.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
        var group = groupId is null ? null : Root(groupId.Split('.'));
        return [.. roots
            .Select(root => root.Relocated ?? (root.Root == dominant || root.Root == group ? null : root.Root))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
    }

    private static string? Relocated(string[] segments)
    {
        var marker = Array.FindIndex(segments, static segment => Markers.Contains(segment, StringComparer.Ordinal));

        // com.google.thirdparty.publicsuffix is Guava's own: a library that was moved brings its own tree along.
        var reach = marker >= 0 && segments[marker] is "thirdparty" or "third_party" ? 2 : 1;
        return marker >= 0 && segments.Length > marker + reach
            ? string.Join('.', [.. segments[..(marker + 1)], Root(segments[(marker + 1)..])])
            : null;
    }

    private static string Root(string[] segments)
    {
        var root = string.Join('.', segments.Take(2));
        return Houses.Contains(root, StringComparer.Ordinal) ? string.Join('.', segments.Take(3))
            : segments[0].Length <= 3 || Domains.Contains(segments[0], StringComparer.Ordinal) ? root
            : segments[0];
    }
}
