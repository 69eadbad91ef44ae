using System.Text;

namespace Jarpoint.Jars.Pom;

/// <summary>
/// Replaces <c>${name}</c> by what the file itself states. What it does not state stays visible. Depth and length
/// are bounded: properties may name each other in a circle, or double a text at each step.
/// </summary>
internal sealed class Placeholders(Func<string, string?> lookup)
{
    private const int MaxDepth = 8;
    private const int MaxLength = 1_024;

    public string? Resolve(string? text) => text is null ? null : Resolve(text, 0);

    private string Resolve(string text, int depth)
    {
        if (depth == MaxDepth || !text.Contains("${", StringComparison.Ordinal))
        {
            return text;
        }

        var resolved = new StringBuilder();
        var rest = text.AsSpan();
        while (rest.IndexOf("${") is >= 0 and var start && rest[start..].IndexOf('}') is > 0 and var length)
        {
            var placeholder = rest.Slice(start, length + 1);
            var value = lookup(placeholder[2..^1].ToString()) is { } stated ? Resolve(stated, depth + 1) : null;
            resolved.Append(rest[..start]).Append(value ?? placeholder);
            rest = rest[(start + length + 1)..];
            if (resolved.Length > MaxLength)
            {
                return text;
            }
        }

        return resolved.Append(rest).ToString();
    }
}
