using System.Text.Json.Serialization;
using Jarpoint.Catalog.Json;

namespace Jarpoint.Catalog.Snapshots;

/// <summary>The hint on the wire.</summary>
internal sealed record HeadDocument : IRevisionDocument<HeadDocument>
{
    [JsonConverter(typeof(DocumentFormat.HeadFormat))]
    public required string Format { get; init; }

    /// <summary>Revision of the newest snapshot.</summary>
    public required long Revision { get; init; }

    public static HeadDocument Of(long revision) => new() { Format = DocumentFormat.Head, Revision = revision };
}
