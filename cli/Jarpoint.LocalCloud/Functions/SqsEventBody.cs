using System.Text.Json.Serialization;
using Jarpoint.LocalCloud.Queues;
using Jarpoint.LocalCloud.Queues.Wire;

namespace Jarpoint.LocalCloud.Functions;

/// <summary>
/// The event a function gets for a batch of messages.
/// https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
/// </summary>
internal sealed record SqsEventBody([property: JsonPropertyName("Records")] IReadOnlyList<SqsEventRecord> Records)
{
    public static SqsEventBody Of(IEnumerable<QueueMessage> batch, string queueArn, string region)
        => new([.. batch.Select(message => new SqsEventRecord
        {
            MessageId = message.Id,
            ReceiptHandle = message.ReceiptHandle,
            Body = message.Body,
            Attributes = WireMessageWriter.SystemAttributes(message),
            MessageAttributes = message.Attributes.ToDictionary(
                static pair => pair.Key,
                static pair => new SqsEventAttribute(
                    pair.Value.StringValue, pair.Value.BinaryValue, pair.Value.DataType)),
            Md5OfBody = MessageDigest.OfBody(message.Body),
            EventSourceArn = queueArn,
            AwsRegion = region,
        })]);
}

internal sealed record SqsEventRecord
{
    public required string MessageId { get; init; }

    public required string ReceiptHandle { get; init; }

    public required string Body { get; init; }

    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    public required IReadOnlyDictionary<string, SqsEventAttribute> MessageAttributes { get; init; }

    public required string Md5OfBody { get; init; }

    public string EventSource { get; } = "aws:sqs";

    [JsonPropertyName("eventSourceARN")]
    public required string EventSourceArn { get; init; }

    public required string AwsRegion { get; init; }
}

internal sealed record SqsEventAttribute(string? StringValue, byte[]? BinaryValue, string DataType);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SqsEventBody))]
internal sealed partial class SqsEventJson : JsonSerializerContext;
