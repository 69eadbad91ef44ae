using System.Text.Json.Serialization;

namespace Jarpoint.Functions.Events.Sqs;

// `Records` and `eventSourceARN` break the camel case of the rest.
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SqsEvent))]
[JsonSerializable(typeof(SqsBatchResponse))]
internal sealed partial class SqsJson : JsonSerializerContext;
