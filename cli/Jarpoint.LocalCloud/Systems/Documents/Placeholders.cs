using System.Text.Json;
using System.Text.RegularExpressions;

namespace Jarpoint.LocalCloud.Systems.Documents;

/// <summary>
/// <c>{{ name }}</c> in a step: replaced by the value as it is, quotes, semicolons and all. That is why a document
/// should use <c>interpolationType: ENV_VAR</c> instead.
/// </summary>
internal static partial class Placeholders
{
    /// <summary>The names in a text.</summary>
    public static IEnumerable<string> Names(string text) => Placeholder().Matches(text).Select(Name);

    /// <summary>A step's line or lines: a text that is nothing but a list's placeholder becomes the list.</summary>
    public static IEnumerable<string> Expand(
        string text, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var match = Placeholder().Match(text);
        return match.Success && match.Length == text.Length && values.TryGetValue(Name(match), out var list)
            ? list
            : [Fill(text, values)];
    }

    public static string Fill(string text, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
        => Placeholder().Replace(
            text, match => values.TryGetValue(Name(match), out var list) ? Text(list) : match.Value);

    private static string Text(IReadOnlyList<string> list)
        => list.Count == 1
            ? list[0]
            : $"[{string.Join(',', list.Select(static item => $"\"{JsonEncodedText.Encode(item)}\""))}]";

    private static string Name(Match match) => match.Groups[1].Value;

    [GeneratedRegex(@"\{\{\s*([^{}]*?)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
