using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Jarpoint.Catalog.Json;

namespace Jarpoint.Catalog.Classes;

/// <summary>
/// A part of the index on the wire, inside gzip: a line that names the jars, then a line for each class. A part says of
/// its own jars what a person wants to know, so that no further read is needed.
/// </summary>
internal static class ClassPartText
{
    public const string Format = "jarpoint.classes/1";

    public static byte[] Write(IReadOnlyList<ClassRow> rows)
    {
        using var buffer = new MemoryStream();
        using (var deflated = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        using (var buffered = new BufferedStream(deflated, 1 << 16))
        using (var writer = new Utf8JsonWriter(buffered, Wire.Written))
        {
            IndexedJar[] jars = [.. rows.SelectMany(static row => row.Copies).Select(static copy => copy.Jar)
                .DistinctBy(static jar => jar.Number).OrderBy(static jar => jar.Number)];
            WriteHeader(writer, rows.Count, jars);
            var places = jars.Index().ToDictionary(static jar => jar.Item.Number, static jar => jar.Index);
            foreach (var row in rows)
            {
                EndLine(writer, buffered);
                WriteRow(writer, row, places);
            }

            EndLine(writer, buffered);
        }

        return buffer.ToArray();
    }

    /// <summary>The rows a filter lets through.</summary>
    /// <exception cref="InvalidDataException">It is not a part, or not a whole one.</exception>
    public static async Task<List<ClassRow>> ReadAsync(
        Stream deflated, Func<ClassName, bool> wanted, CancellationToken cancellationToken)
    {
        await using var inflated = new GZipStream(deflated, CompressionMode.Decompress);
        using var lines = new StreamReader(inflated, Encoding.UTF8, false, 1 << 16);
        try
        {
            var (stated, jars) = ReadHeader(await lines.ReadLineAsync(cancellationToken) ?? "");
            var (rows, count) = (new List<ClassRow>(), 0);
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
            {
                count++;
                if (ReadRow(line, jars, wanted) is { } row)
                {
                    rows.Add(row);
                }
            }

            return count == stated ? rows : throw new InvalidDataException($"It has {count} classes of {stated}.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException
            or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException($"A line is none of an index of classes: {exception.Message}", exception);
        }
    }

    private static void EndLine(Utf8JsonWriter writer, Stream destination)
    {
        writer.Flush();
        writer.Reset();
        destination.WriteByte((byte)'\n');
    }

    private static void WriteHeader(Utf8JsonWriter writer, int rows, IndexedJar[] jars)
    {
        writer.WriteStartObject();
        writer.WriteString("format"u8, Format);
        writer.WriteNumber("classes"u8, rows);
        writer.WriteStartArray("jars"u8);
        foreach (var jar in jars)
        {
            writer.WriteStartObject();
            writer.WriteNumber("number"u8, jar.Number);
            writer.WriteString("key"u8, jar.Key);
            writer.WriteOptional("groupId"u8, jar.GroupId);
            writer.WriteOptional("artifactId"u8, jar.ArtifactId);
            writer.WriteOptional("version"u8, jar.Version);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter writer, ClassRow row, Dictionary<long, int> places)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(row.Name.Simple);
        writer.WriteStringValue(row.Name.Package);
        foreach (var copy in row.Copies)
        {
            writer.WriteNumberValue(places[copy.Jar.Number]);
            writer.WriteNumberValue(copy.Crc);
        }

        writer.WriteEndArray();
    }

    private static (int Rows, List<IndexedJar> Jars) ReadHeader(string line)
    {
        using var header = JsonDocument.Parse(line);
        var root = header.RootElement;
        if (!root.TryGetProperty("format"u8, out var format) || format.GetString() != Format)
        {
            throw new InvalidDataException($"Its format is '{format}'; this release reads '{Format}'.");
        }

        if (!root.TryGetProperty("classes"u8, out var classes) || !root.TryGetProperty("jars"u8, out var listed))
        {
            throw new InvalidDataException("The first line states no classes or no jars.");
        }

        List<IndexedJar> jars = [.. listed.EnumerateArray().Select(static jar => new IndexedJar(
            jar.TryGetProperty("number"u8, out var number) ? number.GetInt64() : throw new JsonException("A jar has no number."),
            Text(jar, "key") ?? throw new JsonException("A jar has no key."),
            Text(jar, "groupId"),
            Text(jar, "artifactId"),
            Text(jar, "version")))];
        return (classes.GetInt32(), jars);
    }

    private static string? Text(JsonElement jar, string name)
        => jar.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static ClassRow? ReadRow(string line, List<IndexedJar> jars, Func<ClassName, bool> wanted)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(line));
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartArray)
        {
            throw new JsonException("A class is no array.");
        }

        reader.Read();
        var simple = reader.GetString() ?? "";
        reader.Read();
        var name = new ClassName(simple, reader.GetString() ?? "");
        if (!wanted(name))
        {
            return null;
        }

        var copies = new List<ClassCopy>();
        while (reader.Read() && reader.TokenType is JsonTokenType.Number)
        {
            var jar = jars[reader.GetInt32()];
            reader.Read();
            copies.Add(new ClassCopy(jar, reader.GetUInt32()));
        }

        reader.RequireEnd();
        return new ClassRow(name, copies);
    }
}
