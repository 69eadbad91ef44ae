using System.Globalization;
using System.Text.RegularExpressions;

namespace Jarpoint.LocalCloud.Systems.Commands;

/// <summary><c>MaxConcurrency</c> or <c>MaxErrors</c>: a number, or a percentage of the targets.</summary>
internal sealed partial record RateLimit(string Text)
{
    public static RateLimit Concurrency(string? text)
        => text is null || (text.Length <= 7 && ConcurrencyShape().IsMatch(text))
            ? new(text ?? "50")
            : throw Refused(text, "maxConcurrency");

    public static RateLimit Errors(string? text)
        => text is null || (text.Length <= 7 && ErrorsShape().IsMatch(text))
            ? new(text ?? "0")
            : throw Refused(text, "maxErrors");

    /// <summary>Percentages are rounded down.</summary>
    public int Of(int targets)
        => Text.EndsWith('%')
            ? (int)((long)targets * Number(Text[..^1]) / 100)
            : Number(Text);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static SsmException Refused(string text, string name)
        => SsmErrors.Validation($"Value '{text}' at '{name}' failed to satisfy constraint: a number or a percentage");

    [GeneratedRegex(@"\A([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)\z", RegexOptions.CultureInvariant)]
    private static partial Regex ConcurrencyShape();

    [GeneratedRegex(@"\A([1-9][0-9]*|[0]|[1-9][0-9]%|[0-9]%|100%)\z", RegexOptions.CultureInvariant)]
    private static partial Regex ErrorsShape();
}
