using System.Globalization;
using System.Text.Json.Nodes;
using Jarpoint.Functions.Events.Sqs;

namespace Jarpoint.Functions.Tests.Handlers;

/// <summary>Builds queue messages around S3 records of the real shape.</summary>
internal static class Notifications
{
    public const string Bucket = "spark-jars";

    public static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static SqsMessage Message(string id, params JsonNode[] records)
        => Raw(id, new JsonObject { ["Records"] = new JsonArray(records) }.ToJsonString());

    public static SqsMessage Raw(string id, string body) => new() { MessageId = id, Body = body };

    public static JsonNode Created(string key, string? version = null, string sequencer = "0A", string bucket = Bucket)
        => Record("ObjectCreated:Put", key, version, sequencer, bucket);

    public static JsonNode Removed(string key, string sequencer = "0B")
        => Record("ObjectRemoved:Delete", key, null, sequencer, Bucket);

    private static JsonObject Record(string name, string key, string? version, string sequencer, string bucket) => new()
    {
        ["eventVersion"] = "2.1",
        ["eventSource"] = "aws:s3",
        ["eventTime"] = At.ToString("o", CultureInfo.InvariantCulture),
        ["eventName"] = name,
        ["s3"] = new JsonObject
        {
            ["bucket"] = new JsonObject { ["name"] = bucket },
            ["object"] = new JsonObject { ["key"] = key, ["versionId"] = version, ["sequencer"] = sequencer },
        },
    };
}
