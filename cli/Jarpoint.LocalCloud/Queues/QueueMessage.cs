namespace Jarpoint.LocalCloud.Queues;

/// <summary>A message as a queue shows it.</summary>
public sealed record QueueMessage
{
    public required string Id { get; init; }

    /// <summary>Names this receive of the message; empty when the message was only looked at.</summary>
    public string ReceiptHandle { get; init; } = "";

    public required string Body { get; init; }

    public required IReadOnlyDictionary<string, MessageAttribute> Attributes { get; init; }

    /// <summary>When it was first sent; a dead letter keeps it.</summary>
    public required DateTimeOffset SentAt { get; init; }

    public DateTimeOffset? FirstReceivedAt { get; init; }

    /// <summary>Receives so far, this one included.</summary>
    public required int ReceiveCount { get; init; }

    /// <summary>For a dead letter, the ARN of the queue it was moved from.</summary>
    public string? DeadLetterSourceArn { get; init; }
}
