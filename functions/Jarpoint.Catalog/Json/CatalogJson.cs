using System.Text.Json.Serialization;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Snapshots;
using Jarpoint.Jars;

namespace Jarpoint.Catalog.Json;

/// <summary>The catalog's documents. Equal values give equal bytes; unknown properties are ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    DefaultBufferSize = 256 << 10,
    Converters =
    [
        typeof(UtcTimeConverter),
        typeof(FactConverter),
        typeof(CamelCaseEnumConverter<RejectionReason>),
    ])]
[JsonSerializable(typeof(CatalogFact))]
[JsonSerializable(typeof(Rejection))]
[JsonSerializable(typeof(CommitDocument))]
[JsonSerializable(typeof(HeadDocument))]
[JsonSerializable(typeof(MarkDocument))]
internal sealed partial class CatalogJson : JsonSerializerContext;
