using System.Globalization;

namespace Jarpoint.Cli.Entries;

/// <summary>Points in time as people write them: an ISO 8601 date or instant, or an age such as <c>12h</c>, <c>7d</c>, <c>4w</c>.</summary>
internal static class Age
{
    /// <exception cref="UsageException">The text is neither.</exception>
    public static DateTimeOffset Parse(string option, string text, TimeProvider clock)
    {
        if (text.Length > 1
            && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            && Unit(text[^1]) is { } unit
            && count * unit.TotalDays < 100_000)
        {
            return clock.GetUtcNow() - (count * unit);
        }

        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : throw new UsageException($"{option} {text}: a date such as 2026-01-31, or an age such as 12h, 7d or 4w");
    }

    private static TimeSpan? Unit(char letter) => letter switch
    {
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        'w' => TimeSpan.FromDays(7),
        _ => null,
    };
}
