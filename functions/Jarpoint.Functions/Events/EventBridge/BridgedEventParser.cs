using System.Text.Json;
using Jarpoint.Functions.Events.Ec2;
using Jarpoint.Functions.Events.Schedule;
using Jarpoint.Functions.Events.Ssm;

namespace Jarpoint.Functions.Events.EventBridge;

/// <summary>
/// Reads events of EventBridge, alone or as the body of a queue message. Which reader an event gets is decided by source
/// and detail type, exactly. https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html
/// </summary>
public static class BridgedEventParser
{
    private static readonly Dictionary<(string Source, string DetailType), Func<JsonElement, BridgedEvent>> Readers = new()
    {
        [(InstanceStateChange.Source, InstanceStateChange.DetailType)] = InstanceStateChange.Read,
        [(InvocationStatusChange.Source, InvocationStatusChange.DetailType)] = InvocationStatusChange.Read,
        [("aws.events", ScheduledEvent.DetailType)] = ScheduledEvent.Read,
        [("aws.scheduler", ScheduledEvent.DetailType)] = ScheduledEvent.Read,
    };

    public static BridgedEvent Parse(string? body)
    {
        if (string.IsNullOrEmpty(body))
        {
            return new BridgedEvent.Malformed("the message is empty");
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement);
        }
        // Half a surrogate pair, escaped in the name of a member, is an invalid operation to whoever looks a name up.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new BridgedEvent.Malformed($"not the JSON of an event: {e.Message}");
        }
    }

    internal static BridgedEvent Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return new BridgedEvent.Malformed($"the event is a JSON {root.ValueKind}, not an object");
        }

        if (JsonText.Of(root, "source") is not { } source || JsonText.Of(root, "detail-type") is not { } detailType)
        {
            return new BridgedEvent.Foreign("a message without source and detail-type: not an event of EventBridge");
        }

        if (!Readers.TryGetValue((source, detailType), out var read))
        {
            return new BridgedEvent.Foreign($"an event '{detailType}' of {source}");
        }

        try
        {
            return read(root);
        }
        catch (JsonException e)
        {
            return new BridgedEvent.Malformed($"not the JSON of an event '{detailType}' of {source}: {e.Message}");
        }
    }
}
