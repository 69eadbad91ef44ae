using System.Text.Json.Serialization;

namespace Jarpoint.Cli.Verify;

/// <summary>Something that is wrong.</summary>
/// <param name="Kind">What, in camel case.</param>
/// <param name="Key">The object.</param>
/// <param name="Detail">A sentence.</param>
internal sealed record VerifyLine(string Kind, string Key, string Detail);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VerifyLine))]
internal sealed partial class VerifyJson : JsonSerializerContext;
