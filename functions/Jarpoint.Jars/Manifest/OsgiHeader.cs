using System.Text.RegularExpressions;

namespace Jarpoint.Jars.Manifest;

/// <summary>An OSGi header: clauses between commas, each a value and its attributes; quotes protect both separators.</summary>
internal static partial class OsgiHeader
{
    /// <summary>The clauses' values without quotes and attributes.</summary>
    public static IEnumerable<string> Values(string header)
        => Clause().Matches(header)
            .Select(static clause => clause.Groups["quoted"] is { Success: true } quoted ? quoted.Value : clause.Groups["plain"].Value)
            .Select(static value => value.Trim())
            .Where(static value => value.Length > 0);

    [GeneratedRegex("""(?:^|,)\s*(?:"(?<quoted>[^"]*)"|(?<plain>[^",;]+))(?:"[^"]*"|[^",])*""", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();
}
