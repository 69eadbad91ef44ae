using System.Text.Json;
using Jarpoint.Functions.Events.CloudFormation;
using Jarpoint.Functions.Events.EventBridge;
using Jarpoint.Functions.Events.Sqs;

namespace Jarpoint.Functions.Events;

/// <summary>Tells the sources of an invocation apart by what they themselves say they are.</summary>
public static class TriggerParser
{
    public static Trigger Parse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return Parse(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new Trigger.Malformed($"not the JSON of an event: {e.Message}");
        }
    }

    private static Trigger Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return new Trigger.Malformed($"the event is a JSON {root.ValueKind}, not an object");
        }

        if (root.TryGetProperty("Records", out var records))
        {
            return ParseRecords(root, records);
        }

        if (root.TryGetProperty(ResourceRequestReader.ResponseUrl, out _))
        {
            return ResourceRequestReader.Read(root);
        }

        return JsonText.Of(root, "source") is null
            ? new Trigger.Malformed("the event has neither Records nor a source nor a ResponseURL")
            : BridgedEventParser.Read(root) switch
            {
                BridgedEvent.Scheduled(var scheduled) => new Trigger.Scheduled(scheduled),
                BridgedEvent.Foreign(var reason) => new Trigger.Foreign(reason),
                BridgedEvent.Malformed(var reason) => new Trigger.Malformed(reason),
                _ => new Trigger.Foreign(
                    $"an event '{JsonText.Of(root, "detail-type")}' that did not come through its queue"),
            };
    }

    private static Trigger ParseRecords(JsonElement root, JsonElement records)
    {
        if (records.ValueKind != JsonValueKind.Array)
        {
            return new Trigger.Malformed($"Records is a JSON {records.ValueKind}, not an array");
        }

        // An empty batch has no source to look at; there is nothing to do for it either.
        var stranger = records.EnumerateArray().FirstOrDefault(record => JsonText.Of(record, "eventSource") != SqsEvent.Source);
        return stranger.ValueKind == JsonValueKind.Undefined
            ? new Trigger.Batch(root.Deserialize(SqsJson.Default.SqsEvent)!)
            : new Trigger.Foreign($"records of '{JsonText.Of(stranger, "eventSource")}', not messages of {SqsEvent.Source}");
    }
}
