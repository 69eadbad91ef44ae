using System.IO.Enumeration;

namespace Jarpoint.LocalCloud.Compute;

/// <summary>
/// Values of filters: <c>*</c> for any text, <c>?</c> for one character, a backslash takes away their meaning; case
/// counts.
/// </summary>
internal static class Wildcard
{
    public static bool Matches(string pattern, string value)
        => pattern.AsSpan().IndexOfAny('*', '?', '\\') < 0
            ? pattern == value
            : FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase: false);
}
