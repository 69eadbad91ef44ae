using Jarpoint.LocalCloud.Functions;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>A function, its queue with a dead-letter queue, and what fills the queue.</summary>
internal sealed record FunctionDeployment
{
    public required string Function { get; init; }

    public required string Queue { get; init; }

    public string DeadLetterQueue => Queue + "-dlq";

    public required TimeSpan Timeout { get; init; }

    public required int MemoryMiB { get; init; }

    public required int MaxReceiveCount { get; init; }

    public required EventSourceMappingDefinition Mapping { get; init; }

    /// <summary>The bucket fills the queue; null for none.</summary>
    public BucketTrigger? Bucket { get; init; }

    /// <summary>EventBridge patterns whose events fill the queue.</summary>
    public IReadOnlyList<string> EventPatterns { get; init; } = [];

    /// <summary>A schedule fills the queue; null for none.</summary>
    public TimeSpan? Rate { get; init; }

    /// <summary>Six times the function's time limit and the window, as Lambda's documentation asks.</summary>
    public TimeSpan VisibilityTimeout => (Timeout * 6) + Mapping.BatchingWindow;
}
