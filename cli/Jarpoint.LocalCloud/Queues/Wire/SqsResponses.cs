using System.Text.Json.Serialization;

namespace Jarpoint.LocalCloud.Queues.Wire;

internal sealed record EmptyResponse;

internal sealed record QueueUrlResponse(string QueueUrl);

internal sealed record QueueListResponse(IReadOnlyList<string> QueueUrls);

internal sealed record QueueAttributesResponse(IReadOnlyDictionary<string, string> Attributes);

internal sealed record SentResponse(
    [property: JsonPropertyName("MD5OfMessageBody")] string Md5OfMessageBody,
    [property: JsonPropertyName("MD5OfMessageAttributes")] string? Md5OfMessageAttributes,
    string MessageId);

internal sealed record ReceivedResponse(IReadOnlyList<WireMessage>? Messages);

internal sealed record WireMessage
{
    public required string MessageId { get; init; }

    public required string ReceiptHandle { get; init; }

    [JsonPropertyName("MD5OfBody")]
    public required string Md5OfBody { get; init; }

    public required string Body { get; init; }

    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    [JsonPropertyName("MD5OfMessageAttributes")]
    public string? Md5OfMessageAttributes { get; init; }

    public IReadOnlyDictionary<string, MessageAttribute>? MessageAttributes { get; init; }
}

internal sealed record BatchResponse(IReadOnlyList<BatchSuccess> Successful, IReadOnlyList<BatchFailure> Failed);

internal sealed record BatchSuccess
{
    public required string Id { get; init; }

    public string? MessageId { get; init; }

    [JsonPropertyName("MD5OfMessageBody")]
    public string? Md5OfMessageBody { get; init; }

    [JsonPropertyName("MD5OfMessageAttributes")]
    public string? Md5OfMessageAttributes { get; init; }
}

internal sealed record BatchFailure(string Id, bool SenderFault, string Code, string Message);

internal sealed record ErrorResponse(
    [property: JsonPropertyName("__type")] string Type,
    [property: JsonPropertyName("message")] string Message);
