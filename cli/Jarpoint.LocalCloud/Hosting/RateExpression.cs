using System.Globalization;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>
/// <c>rate(5 minutes)</c>.
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
/// </summary>
internal static class RateExpression
{
    /// <exception cref="FormatException">It is no rate; expressions of cron are not known here.</exception>
    public static TimeSpan Parse(string text)
    {
        if (text.StartsWith("rate(", StringComparison.Ordinal) && text.EndsWith(')')
            && text["rate(".Length..^1].Split(' ') is [var number, var unit]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count > 0)
        {
            return (unit, count) switch
            {
                ("minute", 1) or ("minutes", > 1) => TimeSpan.FromMinutes(count),
                ("hour", 1) or ("hours", > 1) => TimeSpan.FromHours(count),
                ("day", 1) or ("days", > 1) => TimeSpan.FromDays(count),
                _ => throw new FormatException($"'{text}': one minute, two minutes; so with hours and days"),
            };
        }

        throw new FormatException($"'{text}' is no rate");
    }
}
