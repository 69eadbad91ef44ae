namespace Jarpoint.LocalCloud.Queues;

/// <summary>A message in a queue and where it stands.</summary>
internal sealed class StoredMessage
{
    public required string Id { get; init; }

    public required string Body { get; init; }

    public required IReadOnlyDictionary<string, MessageAttribute> Attributes { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public string? DeadLetterSourceArn { get; init; }

    public DateTimeOffset? FirstReceivedAt { get; set; }

    public int ReceiveCount { get; set; }

    public MessageStanding Standing { get; set; }

    /// <summary>When a delayed or received message becomes visible.</summary>
    public DateTimeOffset VisibleAt { get; set; }

    /// <summary>Its receiver has set <see cref="VisibleAt"/> since it was received.</summary>
    public bool VisibilityChosen { get; set; }

    /// <summary>Order of arrival in its queue.</summary>
    public long Arrival { get; set; }

    public QueueMessage View(bool received) => new()
    {
        Id = Id,
        Body = Body,
        Attributes = Attributes,
        SentAt = SentAt,
        FirstReceivedAt = FirstReceivedAt,
        ReceiveCount = ReceiveCount,
        DeadLetterSourceArn = DeadLetterSourceArn,
        ReceiptHandle = received ? new ReceiptHandle(Id, ReceiveCount).ToString() : "",
    };

    /// <summary>The same message as it comes to a dead-letter queue, from the queue of that ARN.</summary>
    public StoredMessage AsDeadLetter(string sourceArn) => new()
    {
        Id = Id,
        Body = Body,
        Attributes = Attributes,
        SentAt = SentAt,
        FirstReceivedAt = FirstReceivedAt,
        ReceiveCount = ReceiveCount,
        DeadLetterSourceArn = sourceArn,
    };
}

internal enum MessageStanding
{
    Delayed,
    Visible,
    InFlight,
    Gone,
}
