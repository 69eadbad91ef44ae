namespace Jarpoint.Functions.Events.Sqs;

/// <summary>
/// A batch of queue messages. https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
/// </summary>
public sealed record SqsEvent
{
    /// <summary>The <c>eventSource</c> of every record.</summary>
    public const string Source = "aws:sqs";

    public required IReadOnlyList<SqsMessage> Records { get; init; }
}

/// <summary>One message.</summary>
public sealed record SqsMessage
{
    /// <summary>Names the message in a batch response.</summary>
    public required string MessageId { get; init; }

    /// <summary>Names this delivery of the message, for changing when it comes again.</summary>
    public string? ReceiptHandle { get; init; }

    public string? Body { get; init; }

    /// <summary>Such as <c>ApproximateReceiveCount</c> and <c>SentTimestamp</c>; values are text.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    public string? EventSourceARN { get; init; }
}
