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

    private readonly Stack<string> open = new();

    public string? Resolve(string? text)
    {
        if (text is null || open.Count == MaxDepth || !text.Contains("${", StringComparison.Ordinal))
        {
            return text;
        }

        var resolved = new StringBuilder();
        var rest = text.AsSpan();
        while (rest.IndexOf("${") is >= 0 and var start && rest[start..].IndexOf('}') is > 0 and var length)
        {
            var placeholder = rest.Slice(start, length + 1);
            resolved.Append(rest[..start]).Append(Value(placeholder[2..^1].ToString()) ?? placeholder);
            rest = rest[(start + length + 1)..];
            if (resolved.Length > MaxLength)
            {
                return text;
            }
        }

        return resolved.Append(rest).ToString();
    }

    // A name that is being resolved already leads in a circle.
    private string? Value(string name)
    {
        if (open.Contains(name))
        {
            return null;
        }

        open.Push(name);
        var value = Resolve(lookup(name));
        open.Pop();
        return value;
    }
}
