using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jarpoint.LocalCloud.Schedules;

/// <summary>
/// What EventBridge sends for a scheduled rule.
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-run-lambda-schedule.html
/// </summary>
internal sealed record ScheduledEventBody
{
    [JsonPropertyOrder(-2)]
    public string Version { get; } = "0";

    [JsonPropertyOrder(-1)]
    public required string Id { get; init; }

    [JsonPropertyName("detail-type")]
    public string DetailType { get; } = "Scheduled Event";

    public string Source { get; } = "aws.events";

    public required string Account { get; init; }

    /// <summary>To the second, as EventBridge has it.</summary>
    public required string Time { get; init; }

    public required string Region { get; init; }

    /// <summary>ARN of the rule.</summary>
    public required IReadOnlyList<string> Resources { get; init; }

    public IReadOnlyDictionary<string, string> Detail { get; } = new Dictionary<string, string>();

    public string ToJson() => JsonSerializer.Serialize(this, ScheduleJson.Default.ScheduledEventBody);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScheduledEventBody))]
internal sealed partial class ScheduleJson : JsonSerializerContext;
