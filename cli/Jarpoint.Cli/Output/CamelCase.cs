using System.Text.Json;

namespace Jarpoint.Cli.Output;

/// <summary>Names of enums as the catalog and <c>--json</c> write them.</summary>
internal static class CamelCase
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum
        => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
