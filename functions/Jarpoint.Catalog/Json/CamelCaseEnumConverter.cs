using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jarpoint.Catalog.Json;

/// <summary>Enums are camel case strings on the wire; numbers are refused.</summary>
public sealed class CamelCaseEnumConverter<TEnum>()
    : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
