using System.Globalization;

namespace Jarpoint.Cli.Output;

/// <summary>A number of things, in words.</summary>
internal static class Amount
{
    public static string Of(long count, string one, string? many = null)
        => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
