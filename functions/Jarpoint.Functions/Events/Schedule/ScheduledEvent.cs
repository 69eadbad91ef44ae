using System.Text.Json;
using System.Text.Json.Serialization;
using Jarpoint.Functions.Events.EventBridge;

namespace Jarpoint.Functions.Events.Schedule;

/// <summary>
/// EventBridge says that it is time, by a rule (<c>aws.events</c>) or a schedule (<c>aws.scheduler</c>).
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html
/// </summary>
public sealed record ScheduledEvent
{
    internal const string DetailType = "Scheduled Event";

    public required string Id { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>The rule's or schedule's ARN.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    internal static BridgedEvent Read(JsonElement root)
        => new BridgedEvent.Scheduled(root.Deserialize(ScheduledEventJson.Default.ScheduledEvent)!);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScheduledEvent))]
internal sealed partial class ScheduledEventJson : JsonSerializerContext;
