using Jarpoint.Nodes.Plan;

namespace Jarpoint.Nodes;

/// <summary>How nodes are treated; everything validated already.</summary>
public sealed record NodePolicy
{
    /// <summary>Name of the EKS cluster: nodes of another are never touched.</summary>
    public required string Cluster { get; init; }

    public required MountPlan Plan { get; init; }

    /// <summary>SSM document that mounts; parameter <c>Mounts</c>.</summary>
    public string MountDocument { get; init; } = "jarpoint-mount";

    /// <summary>SSM document that verifies, refreshes and warms; parameters <c>Action</c> and <c>Directories</c>.</summary>
    public string CareDocument { get; init; } = "jarpoint-care";

    /// <summary>Startup taint. Karpenter treats the prefix readiness.k8s.io/ as ephemeral.</summary>
    public string Taint { get; init; } = "readiness.k8s.io/jars-mounted";

    /// <summary>From the node's creation; past it a node that is not ready is reported.</summary>
    public TimeSpan ReadyDeadline { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>From the launch to the first look for the agent: earlier looks find nothing and cost calls.</summary>
    public TimeSpan AgentGrace { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Between two looks for an agent that is late. Looks fall on multiples of it, so that a burst stays one batch.</summary>
    public TimeSpan AgentPoll { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long SSM tries to deliver a command; at least 30 s.</summary>
    public TimeSpan DeliveryTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>No second mount command to a node within this time, unless the first is known to be over.</summary>
    public TimeSpan CommandPatience { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>From the node's creation: how long the sweep leaves a node to the launch event before it mounts it.</summary>
    public TimeSpan LaunchPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Nodes written to at a time.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>More unhealthy nodes than this, rounded up, and nothing is repaired; 1 to 100.</summary>
    public int GuardPercent { get; init; } = 20;

    /// <summary>Says what it would do, and does nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Deletes the NodeClaim of a node that never became ready in time.</summary>
    public bool ReplaceUnready { get; init; }
}
