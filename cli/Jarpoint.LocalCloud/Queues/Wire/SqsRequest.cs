namespace Jarpoint.LocalCloud.Queues.Wire;

/// <summary>The parameters of every emulated action; each reads its own.</summary>
internal sealed record SqsRequest
{
    public string? QueueUrl { get; init; }

    public string? QueueName { get; init; }

    public string? QueueNamePrefix { get; init; }

    public Dictionary<string, string>? Attributes { get; init; }

    public IReadOnlyList<string>? AttributeNames { get; init; }

    public IReadOnlyList<string>? MessageSystemAttributeNames { get; init; }

    public IReadOnlyList<string>? MessageAttributeNames { get; init; }

    public string? MessageBody { get; init; }

    public int? DelaySeconds { get; init; }

    public Dictionary<string, MessageAttribute>? MessageAttributes { get; init; }

    public int? MaxNumberOfMessages { get; init; }

    public int? VisibilityTimeout { get; init; }

    public int? WaitTimeSeconds { get; init; }

    public string? ReceiptHandle { get; init; }

    public IReadOnlyList<SqsRequestEntry>? Entries { get; init; }
}

/// <summary>One entry of a batch action.</summary>
internal sealed record SqsRequestEntry
{
    public string? Id { get; init; }

    public string? MessageBody { get; init; }

    public int? DelaySeconds { get; init; }

    public Dictionary<string, MessageAttribute>? MessageAttributes { get; init; }

    public string? ReceiptHandle { get; init; }

    public int? VisibilityTimeout { get; init; }
}
