using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Jarpoint.Catalog.Json;

/// <summary>Properties of documents that are read and written by hand.</summary>
internal static class JsonFields
{
    /// <summary>Whether the property here has this name; if so, goes on to its value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Takes(this ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
        => reader.TokenType is JsonTokenType.PropertyName && reader.IsNamed(name) && reader.Read();

    /// <exception cref="JsonException">Something else than an object is here.</exception>
    public static void RequireObject(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            throw new JsonException($"An object was expected, not {reader.TokenType}.");
        }
    }

    /// <exception cref="JsonException">Something follows the value the reader is at the end of.</exception>
    public static void RequireEnd(this ref Utf8JsonReader reader)
    {
        if (reader.Read())
        {
            throw new JsonException($"{reader.TokenType} follows where the text should end.");
        }
    }

    public static void WriteOptional(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void WriteOptional(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    /// <summary>A name without escapes in one piece, as names are, is compared in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNamed(this ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
        => reader.ValueIsEscaped || reader.HasValueSequence
            ? reader.ValueTextEquals(name)
            : reader.ValueSpan.SequenceEqual(name);
}
