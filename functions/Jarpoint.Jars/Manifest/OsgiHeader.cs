using System.Text.RegularExpressions;

namespace Jarpoint.Jars.Manifest;

/// <summary>
/// An OSGi header: clauses between commas, each a value and its attributes; quotes protect both separators.
/// </summary>
internal static partial class OsgiHeader
{
    /// <summary>The clauses' values without quotes and attributes.</summary>
    public static IEnumerable<string> Values(string header)
        => Clause().Matches(header)
            .Select(static clause => clause.Groups[clause.Groups["quoted"].Success ? "quoted" : "plain"].Value.Trim())
            .Where(static value => value.Length > 0);

    // Not every build quotes `Apache License, Version 2.0`.
    [GeneratedRegex(
        """
        (?:^|,)\s*(?:"(?<quoted>[^"]*)"|(?<plain>(?:[^",;]|,(?=\s*v(?:ersion|\.)?\s*\d))+))(?:"[^"]*"|[^",])*
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Clause();
}
