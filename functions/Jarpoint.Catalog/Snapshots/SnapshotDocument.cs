using System.Text.Json.Serialization;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Json;

namespace Jarpoint.Catalog.Snapshots;

/// <summary>A snapshot on the wire, inside gzip.</summary>
internal sealed record SnapshotDocument
{
    [JsonConverter(typeof(DocumentFormat.SnapshotFormat))]
    public required string Format { get; init; }

    public required long Revision { get; init; }

    public required IReadOnlyList<KeyState> Keys { get; init; }
}
