using System.Text.Json.Serialization;

namespace Jarpoint.Catalog.Maven;

/// <summary>The mark as it is stored, <c>maven.json</c> beside the head.</summary>
internal sealed record MavenMarkDocument(string Format, MavenMark Mark)
{
    public const string Current = "jarpoint.maven/1";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MavenMarkDocument))]
internal sealed partial class MavenMarkJson : JsonSerializerContext;
