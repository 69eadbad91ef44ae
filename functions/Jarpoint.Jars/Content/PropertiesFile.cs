using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Jarpoint.Jars.Content;

/// <summary>
/// A Java properties file: <c>key=value</c>, <c>key: value</c> or <c>key value</c>, <c>#</c> and <c>!</c> comments,
/// backslash escapes and continuations.
/// </summary>
internal static partial class PropertiesFile
{
    private const int KeptProperties = 1_000;

    /// <summary>Reads the first properties of a file; of a repeated key the last value.</summary>
    public static IReadOnlyDictionary<string, string> Parse(ReadOnlySpan<byte> bytes)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        using var lines = new StringReader(Encoding.UTF8.GetString(bytes));
        while (properties.Count < KeptProperties && lines.ReadLine() is { } first)
        {
            var line = first.TrimStart();
            if (line is "" or ['#' or '!', ..])
            {
                continue;
            }

            if (IsContinued(line))
            {
                line = Join(line, lines);
            }

            var separator = line.IndexOfAny(['=', ':', ' ', '\t']);
            var key = separator < 0 ? line : line[..separator];
            properties[Unescape(key)] = separator < 0 ? string.Empty : Unescape(Value(line[separator..]));
        }

        return properties;
    }

    private static string Value(string rest)
    {
        rest = rest.TrimStart();
        return rest is ['=' or ':', ..] ? rest[1..].Trim() : rest.Trim();
    }

    private static string Join(string line, StringReader lines)
    {
        var joined = new StringBuilder(line);
        while (IsContinued(line) && lines.ReadLine() is { } next)
        {
            joined.Length--;
            line = next.TrimStart();
            joined.Append(line);
        }

        return joined.ToString();
    }

    private static bool IsContinued(string line) => (line.Length - line.AsSpan().TrimEnd('\\').Length) % 2 == 1;

    // \uXXXX, \t, \n, \r, \f; any other character behind a backslash stands for itself.
    private static string Unescape(string text)
        => text.Contains('\\', StringComparison.Ordinal)
            ? Escape().Replace(text, static escape => Plain(escape))
            : text;

    private static string Plain(Match escape)
        => escape.Groups["code"] is { Success: true } code
            ? ((char)ushort.Parse(code.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
            : escape.Value[1..] switch
            {
                "t" => "\t",
                "n" => "\n",
                "r" => "\r",
                "f" => "\f",
                var other => other,
            };

    [GeneratedRegex(@"\\(?:u(?<code>[0-9A-Fa-f]{4})|.|$)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Escape();
}
