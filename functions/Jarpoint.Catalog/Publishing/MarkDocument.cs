using System.Text.Json.Serialization;
using Jarpoint.Catalog.Json;
using Jarpoint.Catalog.Snapshots;

namespace Jarpoint.Catalog.Publishing;

/// <summary>A mark on the wire.</summary>
internal sealed record MarkDocument : IRevisionDocument<MarkDocument>
{
    [JsonConverter(typeof(DocumentFormat.MarkFormat))]
    public required string Format { get; init; }

    /// <summary>Up to where it was followed.</summary>
    public required long Revision { get; init; }

    public static MarkDocument Of(long revision) => new() { Format = DocumentFormat.Mark, Revision = revision };
}
