using System.Text.Json.Serialization;

namespace Jarpoint.LocalCloud.Systems.Commands;

internal sealed record EventBody<T>(
    string Version,
    string Id,
    [property: JsonPropertyName("detail-type")] string DetailType,
    string Source,
    string Account,
    string Time,
    string Region,
    IReadOnlyList<string> Resources,
    T Detail);

internal sealed record InvocationDetail(
    string CommandId, string DocumentName, string InstanceId, string RequestedDateTime, string Status);

internal sealed record CommandDetail(
    string CommandId,
    string DocumentName,
    string ExpireAfter,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Parameters,
    string RequestedDateTime,
    string Status);

/// <summary>Members in lower case with hyphens, as these events have them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower)]
[JsonSerializable(typeof(EventBody<InvocationDetail>))]
[JsonSerializable(typeof(EventBody<CommandDetail>))]
internal sealed partial class EventJson : JsonSerializerContext;
