using System.Runtime.CompilerServices;
using System.Text.Json;
using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Json;

/// <summary>Elements of a snapshot by hand, for the reason <see cref="FactText"/> gives.</summary>
internal static class KeyStateText
{
    /// <summary>Reads the object the reader is at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static KeyState Read(ref Utf8JsonReader reader)
    {
        reader.RequireObject();
        CatalogFact? happened = null;
        CatalogFact? listed = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.Takes("event"u8))
            {
                happened = ReadFact(ref reader);
            }
            else if (reader.Takes("listing"u8))
            {
                listed = ReadFact(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new KeyState(happened, listed);
    }

    public static void Write(Utf8JsonWriter writer, KeyState value)
    {
        writer.WriteStartObject();
        WriteFact(writer, "event"u8, value.Event);
        WriteFact(writer, "listing"u8, value.Listing);
        writer.WriteEndObject();
    }

    private static CatalogFact? ReadFact(ref Utf8JsonReader reader)
        => reader.TokenType is JsonTokenType.Null ? null : FactText.Read(ref reader);

    private static void WriteFact(Utf8JsonWriter writer, ReadOnlySpan<byte> name, CatalogFact? fact)
    {
        if (fact is not null)
        {
            writer.WritePropertyName(name);
            FactText.Write(writer, fact);
        }
    }
}
