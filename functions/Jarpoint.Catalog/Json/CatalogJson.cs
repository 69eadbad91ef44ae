using System.Text.Json.Serialization;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Snapshots;
using Jarpoint.Jars;
using Jarpoint.Jars.Description;

namespace Jarpoint.Catalog.Json;

/// <summary>The catalog's documents. Equal values give equal bytes; unknown properties are ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    DefaultBufferSize = 64 << 10,
    Converters =
    [
        typeof(UtcTimeConverter),
        typeof(FactConverter),
        typeof(SummaryConverter),
        typeof(CamelCaseEnumConverter<FactKind>),
        typeof(CamelCaseEnumConverter<EvidenceKind>),
        typeof(CamelCaseEnumConverter<RejectionReason>),
    ])]
[JsonSerializable(typeof(CatalogFact))]
[JsonSerializable(typeof(FactKind))]
[JsonSerializable(typeof(JarSummary))]
[JsonSerializable(typeof(EvidenceKind))]
[JsonSerializable(typeof(Rejection))]
[JsonSerializable(typeof(CommitDocument))]
[JsonSerializable(typeof(SnapshotDocument))]
[JsonSerializable(typeof(HeadDocument))]
internal sealed partial class CatalogJson : JsonSerializerContext;
