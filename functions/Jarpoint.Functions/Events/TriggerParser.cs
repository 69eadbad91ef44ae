using System.Text.Json;
using Jarpoint.Functions.Events.Schedule;
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
        catch (JsonException e)
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

        var source = Text(root, "source");
        if (source is null)
        {
            return new Trigger.Malformed("the event has neither Records nor a source");
        }

        var detailType = Text(root, "detail-type");
        return ScheduledEvent.IsOne(source, detailType)
            ? new Trigger.Scheduled(root.Deserialize(ScheduledEventJson.Default.ScheduledEvent)!)
            : new Trigger.Foreign($"an event '{detailType}' of {source}");
    }

    private static Trigger ParseRecords(JsonElement root, JsonElement records)
    {
        if (records.ValueKind != JsonValueKind.Array)
        {
            return new Trigger.Malformed($"Records is a JSON {records.ValueKind}, not an array");
        }

        // An empty batch has no source to look at; there is nothing to do for it either.
        var stranger = records.EnumerateArray().FirstOrDefault(record => Text(record, "eventSource") != SqsEvent.Source);
        return stranger.ValueKind == JsonValueKind.Undefined
            ? new Trigger.Batch(root.Deserialize(SqsJson.Default.SqsEvent)!)
            : new Trigger.Foreign($"records of '{Text(stranger, "eventSource")}', not messages of {SqsEvent.Source}");
    }

    private static string? Text(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
