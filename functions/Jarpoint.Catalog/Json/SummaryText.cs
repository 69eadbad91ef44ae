using System.Runtime.CompilerServices;
using System.Text.Json;
using Jarpoint.Catalog.Facts;
using Jarpoint.Jars.Description;

namespace Jarpoint.Catalog.Json;

/// <summary>Summaries by hand, for the reason <see cref="FactText"/> gives.</summary>
internal static class SummaryText
{
    /// <summary>Reads the object the reader is at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static JarSummary Read(ref Utf8JsonReader reader)
    {
        reader.RequireObject();
        var jar = default(Parts);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            jar.Read(ref reader);
        }

        return new JarSummary
        {
            Description = jar.Description ?? throw new JsonException("A described jar has no description."),
            GroupId = jar.GroupId,
            ArtifactId = jar.ArtifactId,
            Version = jar.Version,
            Evidence = jar.Evidence ?? throw new JsonException("A described jar has no evidence."),
            Sha256 = jar.Sha256,
            Scala = jar.Scala,
            Java = jar.Java,
            JavaSampled = jar.JavaSampled,
            Classes = jar.Classes,
            Warnings = jar.Warnings ?? [],
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(Utf8JsonWriter writer, JarSummary value)
    {
        writer.WriteStartObject();
        writer.WriteString("description"u8, value.Description);
        writer.WriteOptional("groupId"u8, value.GroupId);
        writer.WriteOptional("artifactId"u8, value.ArtifactId);
        writer.WriteOptional("version"u8, value.Version);
        writer.WritePropertyName("evidence"u8);
        EnumText<EvidenceKind>.Write(writer, value.Evidence);
        writer.WriteOptional("sha256"u8, value.Sha256);
        writer.WriteOptional("scala"u8, value.Scala);
        writer.WriteOptional("java"u8, value.Java);
        if (value.JavaSampled)
        {
            writer.WriteBoolean("javaSampled"u8, true);
        }

        writer.WriteNumber("classes"u8, value.Classes);
        if (value.Warnings.Count > 0)
        {
            writer.WriteStartArray("warnings"u8);
            foreach (var warning in value.Warnings)
            {
                writer.WriteStringValue(warning);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private struct Parts
    {
        public string? Description;
        public string? GroupId;
        public string? ArtifactId;
        public string? Version;
        public EvidenceKind? Evidence;
        public string? Sha256;
        public string? Scala;
        public int? Java;
        public bool JavaSampled;
        public int Classes;
        public string[]? Warnings;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Read(ref Utf8JsonReader reader)
        {
            if (reader.Takes("description"u8))
            {
                Description = reader.GetString();
            }
            else if (reader.Takes("groupId"u8))
            {
                GroupId = RepeatedText.Read(ref reader);
            }
            else if (reader.Takes("artifactId"u8))
            {
                ArtifactId = RepeatedText.Read(ref reader);
            }
            else if (reader.Takes("version"u8))
            {
                Version = RepeatedText.Read(ref reader);
            }
            else if (reader.Takes("evidence"u8))
            {
                Evidence = EnumText<EvidenceKind>.Read(ref reader);
            }
            else if (reader.Takes("sha256"u8))
            {
                Sha256 = reader.GetString();
            }
            else if (reader.Takes("scala"u8))
            {
                Scala = RepeatedText.Read(ref reader);
            }
            else if (reader.Takes("java"u8))
            {
                Java = reader.GetInt32();
            }
            else if (reader.Takes("javaSampled"u8))
            {
                JavaSampled = reader.GetBoolean();
            }
            else if (reader.Takes("classes"u8))
            {
                Classes = reader.GetInt32();
            }
            else if (reader.Takes("warnings"u8))
            {
                Warnings = ReadTexts(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        private static string[] ReadTexts(ref Utf8JsonReader reader)
        {
            var texts = new List<string>(4);
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                texts.Add(RepeatedText.Read(ref reader) ?? "");
            }

            return [.. texts];
        }
    }
}
