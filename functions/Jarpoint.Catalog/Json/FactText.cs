using System.Runtime.CompilerServices;
using System.Text.Json;
using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Json;

/// <summary>
/// Facts by hand: a snapshot holds 100,000 of them, and the generated reader boxes every init-only property.
/// Compiled to the end at once, as all that is called per fact: a process that reads one snapshot is done with it before
/// the runtime has found out which methods are hot.
/// </summary>
internal static class FactText
{
    /// <summary>Reads the object the reader is at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static CatalogFact Read(ref Utf8JsonReader reader)
    {
        reader.RequireObject();
        var fact = default(Parts);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            fact.Read(ref reader);
        }

        return new CatalogFact
        {
            Kind = fact.Kind ?? throw new JsonException("A fact has no kind."),
            Key = fact.Key ?? throw new JsonException("A fact has no key."),
            VersionId = fact.VersionId,
            Sequencer = fact.Sequencer,
            At = fact.At ?? throw new JsonException($"The fact about '{fact.Key}' has no time."),
            Size = fact.Size,
            ETag = fact.ETag,
            Reader = fact.Reader,
            Jar = fact.Jar,
            Rejection = fact.Rejection,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(Utf8JsonWriter writer, CatalogFact value)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("kind"u8);
        EnumText<FactKind>.Write(writer, value.Kind);
        writer.WriteString("key"u8, value.Key);
        writer.WriteOptional("versionId"u8, value.VersionId);
        writer.WriteOptional("sequencer"u8, value.Sequencer);
        writer.WriteString("at"u8, value.At.UtcDateTime);
        writer.WriteOptional("size"u8, value.Size);
        writer.WriteOptional("eTag"u8, value.ETag);
        writer.WriteOptional("reader"u8, value.Reader == 0 ? null : value.Reader);
        if (value.Jar is not null)
        {
            writer.WritePropertyName("jar"u8);
            SummaryText.Write(writer, value.Jar);
        }

        if (value.Rejection is not null)
        {
            writer.WritePropertyName("rejection"u8);
            JsonSerializer.Serialize(writer, value.Rejection, Wire.Rejection);
        }

        writer.WriteEndObject();
    }

    private struct Parts
    {
        public FactKind? Kind;
        public string? Key;
        public string? VersionId;
        public string? Sequencer;
        public DateTimeOffset? At;
        public long? Size;
        public string? ETag;
        public int Reader;
        public JarSummary? Jar;
        public Rejection? Rejection;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Read(ref Utf8JsonReader reader)
        {
            if (reader.Takes("kind"u8))
            {
                Kind = EnumText<FactKind>.Read(ref reader);
            }
            else if (reader.Takes("key"u8))
            {
                Key = reader.GetString();
            }
            else if (reader.Takes("versionId"u8))
            {
                VersionId = reader.GetString();
            }
            else if (reader.Takes("sequencer"u8))
            {
                Sequencer = reader.GetString();
            }
            else if (reader.Takes("at"u8))
            {
                At = reader.GetDateTimeOffset().ToUniversalTime();
            }
            else if (reader.Takes("size"u8))
            {
                Size = reader.GetInt64();
            }
            else if (reader.Takes("eTag"u8))
            {
                ETag = reader.GetString();
            }
            else if (reader.Takes("reader"u8))
            {
                Reader = reader.GetInt32();
            }
            else if (reader.Takes("jar"u8))
            {
                Jar = reader.TokenType is JsonTokenType.Null ? null : SummaryText.Read(ref reader);
            }
            else if (reader.Takes("rejection"u8))
            {
                Rejection = JsonSerializer.Deserialize(ref reader, Wire.Rejection);
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
