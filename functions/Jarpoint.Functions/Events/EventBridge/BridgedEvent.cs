using Jarpoint.Functions.Events.Schedule;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Recording;

namespace Jarpoint.Functions.Events.EventBridge;

/// <summary>What an event of EventBridge is, by its source and detail type.</summary>
public abstract record BridgedEvent
{
    private BridgedEvent()
    {
    }

    /// <summary>An EC2 instance is in another state.</summary>
    /// <param name="Id">Instance.</param>
    /// <param name="State">EC2's word for it, such as <c>running</c>.</param>
    public sealed record Instance(InstanceId Id, string State) : BridgedEvent;

    /// <summary>An SSM command is in another state on one node.</summary>
    public sealed record Invocation(InvocationReport Report) : BridgedEvent;

    /// <summary>A rule or schedule says that it is time.</summary>
    public sealed record Scheduled(ScheduledEvent Event) : BridgedEvent;

    /// <summary>Well-formed, but nothing this release knows.</summary>
    /// <param name="Reason">What it is.</param>
    public sealed record Foreign(string Reason) : BridgedEvent;

    /// <summary>Nobody can read it; delivering it again will not help.</summary>
    /// <param name="Reason">What is wrong with it.</param>
    public sealed record Malformed(string Reason) : BridgedEvent;
}
