using System.Text.Json.Serialization;
using Jarpoint.Catalog.Describing;
using Jarpoint.Jars.Description;

namespace Jarpoint.Catalog.Json;

/// <summary>Long descriptions. What a jar does not state is written as null, not left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(CamelCaseEnumConverter<EvidenceKind>)])]
[JsonSerializable(typeof(DescriptionDocument))]
internal sealed partial class DescriptionJson : JsonSerializerContext;
