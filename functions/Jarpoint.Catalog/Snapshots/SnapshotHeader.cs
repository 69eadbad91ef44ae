using System.Text.Json;
using Jarpoint.Catalog.Json;

namespace Jarpoint.Catalog.Snapshots;

/// <summary>The first line of a snapshot: a JSON object up to and including the bracket that opens <c>keys</c>.</summary>
internal static class SnapshotHeader
{
    /// <summary>Reads the line and returns the revision it states.</summary>
    /// <exception cref="InvalidDataException">The line is not a header.</exception>
    /// <exception cref="UnsupportedFormatException">It is one of another release.</exception>
    public static long Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return Parse(line);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The first line is not a header: {exception.Message}", exception);
        }
    }

    /// <summary>Writes the line without its end.</summary>
    public static void Write(Utf8JsonWriter writer, long revision)
    {
        writer.WriteStartObject();
        writer.WriteString("format"u8, DocumentFormat.Snapshot);
        writer.WriteNumber("revision"u8, revision);
        writer.WriteStartArray("keys"u8);
    }

    private static long Parse(ReadOnlySpan<byte> line)
    {
        // Not the final block: the object is closed by the last line of the document.
        var reader = new Utf8JsonReader(line, isFinalBlock: false, default);
        var known = false;
        long? revision = null;
        var more = reader.Read();
        reader.RequireObject();
        while (more && reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.Takes("format"u8))
            {
                DocumentFormat.Require(ref reader, DocumentFormat.Snapshot);
                known = true;
            }
            else if (reader.Takes("revision"u8))
            {
                revision = reader.GetInt64();
            }
            else if (reader.Takes("keys"u8))
            {
                return known && revision is { } stated && reader.TokenType is JsonTokenType.StartArray
                    && line[(int)reader.BytesConsumed..].Trim(" \t"u8).IsEmpty
                        ? stated
                        : throw new JsonException("It has no format or no revision, or does not end at the bracket that opens keys.");
            }
            else
            {
                more = reader.TrySkip();
            }
        }

        throw new JsonException("It ends before keys.");
    }
}
