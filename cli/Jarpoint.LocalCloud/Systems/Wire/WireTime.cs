using System.Globalization;

namespace Jarpoint.LocalCloud.Systems.Wire;

internal static class WireTime
{
    /// <summary>Seconds since 1970, to the millisecond.</summary>
    public static double Seconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / 1000.0;

    /// <summary>As GetCommandInvocation writes it; empty for what has not been yet.</summary>
    public static string Text(DateTimeOffset? at)
        => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Such as <c>PT0.123S</c>.</summary>
    public static string Text(TimeSpan span)
        => string.Create(CultureInfo.InvariantCulture, $"PT{span.TotalSeconds:0.###}S");

    public static DateTimeOffset Read(string text)
        => DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : throw SsmErrors.Validation($"Value '{text}' at 'filters' is not a time");
}
