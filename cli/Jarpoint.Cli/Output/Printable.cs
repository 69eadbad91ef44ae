using System.Globalization;
using System.Text;

namespace Jarpoint.Cli.Output;

/// <summary>Keys and attributes come from strangers: control characters must not move the cursor of a terminal.</summary>
internal static class Printable
{
    public static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001f') && !NeedsEscape(text))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (IsUnsafe(character))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }

    private static bool NeedsEscape(string text) => text.Any(IsUnsafe);

    // Format characters include the bidirectional overrides that make a name read backwards.
    private static bool IsUnsafe(char character)
        => char.GetUnicodeCategory(character)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator;
}
