using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jarpoint.Catalog.Json;

/// <summary>
/// The first property of every document, such as <c>jarpoint.commit/1</c>. It is checked while it is read, so that a
/// later format ends in a clear sentence and not in a complaint about one of its other properties.
/// </summary>
internal abstract class DocumentFormat(string format) : JsonConverter<string>
{
    public const string Commit = "jarpoint.commit/1";
    public const string Snapshot = "jarpoint.snapshot/1";
    public const string Head = "jarpoint.head/1";
    public const string Mark = "jarpoint.mark/1";
    public const string Event = "jarpoint.event/1";
    public const string Description = "jarpoint.description/1";

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Require(ref reader, format);

    /// <exception cref="UnsupportedFormatException">The text the reader is at names another format.</exception>
    public static string Require(ref Utf8JsonReader reader, string format)
        => reader.GetString() is { } found && found == format
            ? format
            : throw new UnsupportedFormatException(
                $"The document's format is '{reader.GetString()}'; this release reads '{format}'.");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        => writer.WriteStringValue(value);

    internal sealed class CommitFormat() : DocumentFormat(Commit);

    internal sealed class HeadFormat() : DocumentFormat(Head);

    internal sealed class MarkFormat() : DocumentFormat(Mark);

    internal sealed class DescriptionFormat() : DocumentFormat(Description);
}
