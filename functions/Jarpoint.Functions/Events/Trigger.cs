using Jarpoint.Functions.Events.CloudFormation;
using Jarpoint.Functions.Events.Schedule;
using Jarpoint.Functions.Events.Sqs;

namespace Jarpoint.Functions.Events;

/// <summary>What caused an invocation.</summary>
public abstract record Trigger
{
    private Trigger()
    {
    }

    /// <summary>The event source mapping of a queue hands over messages.</summary>
    public sealed record Batch(SqsEvent Event) : Trigger;

    /// <summary>EventBridge (rule or scheduler) says that it is time.</summary>
    public sealed record Scheduled(ScheduledEvent Event) : Trigger;

    /// <summary>CloudFormation wants a custom resource changed and waits for an answer.</summary>
    public sealed record Requested(ResourceRequest Request) : Trigger;

    /// <summary>A well-formed event that no function here takes: somebody wired the wrong source.</summary>
    /// <param name="Reason">What it is.</param>
    public sealed record Foreign(string Reason) : Trigger;

    /// <summary>Not an event at all.</summary>
    /// <param name="Reason">What is wrong with it.</param>
    public sealed record Malformed(string Reason) : Trigger;
}
