using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jarpoint.Catalog.Json;

/// <summary>Instants are written in UTC with a <c>Z</c>, so that equal instants are equal bytes.</summary>
internal sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.GetDateTimeOffset().ToUniversalTime();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.UtcDateTime);
}
