using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Jarpoint.Catalog.Json;

/// <summary>Names of an enum in camel case, read and written without a look at the serializer's own tables.</summary>
internal static class EnumText<TEnum>
    where TEnum : struct, Enum
{
    private static readonly (JsonEncodedText Name, TEnum Value)[] Names =
    [
        .. Enum.GetValues<TEnum>().Select(static value => (
            JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(value.ToString())), value)),
    ];

    /// <exception cref="JsonException">There is no such name.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TEnum Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            foreach (var (name, value) in Names)
            {
                if (reader.ValueTextEquals(name.EncodedUtf8Bytes))
                {
                    return value;
                }
            }
        }

        throw new JsonException($"No {typeof(TEnum).Name} has this name.");
    }

    public static void Write(Utf8JsonWriter writer, TEnum value)
        => writer.WriteStringValue(Names[Array.FindIndex(Names, pair => pair.Value.Equals(value))].Name);
}
