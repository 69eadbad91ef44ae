using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Queues;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>A function, its queue with a dead-letter queue, and what fills the queue.</summary>
internal sealed record FunctionDeployment
{
    /// <summary>Logical id.</summary>
    public required string Function { get; init; }

    public required string Handler { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required int MemoryMiB { get; init; }

    public required string Queue { get; init; }

    /// <summary>Without the redrive: the dead-letter queue has to be there first.</summary>
    public required QueueSettings QueueSettings { get; init; }

    public required int MaxReceiveCount { get; init; }

    public required string DeadLetterQueue { get; init; }

    public required QueueSettings DeadLetterSettings { get; init; }

    public required EventSourceMappingDefinition Mapping { get; init; }

    /// <summary>The bucket fills the queue.</summary>
    public IReadOnlyList<BucketTrigger> Buckets { get; init; } = [];

    /// <summary>Rules whose events fill the queue: patterns of EventBridge by name.</summary>
    public IReadOnlyDictionary<string, string> EventPatterns { get; init; } = new Dictionary<string, string>();

    /// <summary>A schedule fills the queue; null for none.</summary>
    public TimeSpan? Rate { get; init; }
}
