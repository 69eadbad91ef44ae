using System.Text.Json.Serialization;
using Jarpoint.Catalog.Json;
using Jarpoint.Jars.Description;

namespace Jarpoint.Catalog.Describing;

/// <summary>A long description on the wire, inside gzip.</summary>
internal sealed record DescriptionDocument
{
    [JsonConverter(typeof(DocumentFormat.DescriptionFormat))]
    public required string Format { get; init; }

    public required JarDescription Jar { get; init; }
}
