using System.Text.Json.Serialization;
using Jarpoint.Catalog.Json;

namespace Jarpoint.Catalog.Publishing;

/// <summary>A mark on the wire.</summary>
internal sealed record MarkDocument
{
    [JsonConverter(typeof(DocumentFormat.MarkFormat))]
    public required string Format { get; init; }

    /// <summary>Up to where it was followed.</summary>
    public required long Revision { get; init; }
}
