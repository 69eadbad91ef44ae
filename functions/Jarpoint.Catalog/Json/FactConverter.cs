using System.Text.Json;
using System.Text.Json.Serialization;
using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Json;

/// <summary><see cref="FactText"/> for the documents the serializer reads and writes.</summary>
internal sealed class FactConverter : JsonConverter<CatalogFact>
{
    public override CatalogFact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => FactText.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, CatalogFact value, JsonSerializerOptions options)
        => FactText.Write(writer, value);
}
