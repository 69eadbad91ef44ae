using System.Text.Json.Serialization;

namespace Jarpoint.Functions.Events.Schedule;

/// <summary>
/// EventBridge says that it is time, by a rule (<c>aws.events</c>) or a schedule (<c>aws.scheduler</c>).
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html
/// </summary>
public sealed record ScheduledEvent
{
    public required string Id { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>The rule's or schedule's ARN.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Tells a scheduled event by its source and detail type, exactly.</summary>
    public static bool IsOne(string? source, string? detailType)
        => source is "aws.events" or "aws.scheduler" && detailType == "Scheduled Event";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScheduledEvent))]
internal sealed partial class ScheduledEventJson : JsonSerializerContext;
