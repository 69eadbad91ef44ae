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

    /// <summary>Notifications of keys below this prefix fill the queue.</summary>
    public required string Prefix { get; init; }

    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>A schedule fills the queue too; null for none.</summary>
    public TimeSpan? Rate { get; init; }

    /// <summary>Six times the function's time limit and the window, as Lambda's documentation asks.</summary>
    public TimeSpan VisibilityTimeout => (Timeout * 6) + Mapping.BatchingWindow;
}
