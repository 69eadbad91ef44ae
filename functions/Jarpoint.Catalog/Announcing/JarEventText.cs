using System.Text;
using System.Text.Json;
using Jarpoint.Catalog.Json;

namespace Jarpoint.Catalog.Announcing;

/// <summary>An event in JSON, with facts as commits have them. See <c>docs/events.md</c>.</summary>
public static class JarEventText
{
    public static string Write(JarEvent happened, string bucket)
    {
        ArgumentNullException.ThrowIfNull(happened);
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Wire.Written))
        {
            writer.WriteStartObject();
            writer.WriteString("format"u8, DocumentFormat.Event);
            writer.WriteString("id"u8, happened.Id);
            writer.WriteString("bucket"u8, bucket);
            writer.WriteNumber("revision"u8, happened.Revision);
            writer.WritePropertyName("fact"u8);
            FactText.Write(writer, happened.Fact);
            if (happened.Before is { } before)
            {
                writer.WritePropertyName("before"u8);
                FactText.Write(writer, before);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
