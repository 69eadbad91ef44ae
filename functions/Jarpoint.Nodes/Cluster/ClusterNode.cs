using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Cluster;

/// <summary>A Kubernetes node of a Karpenter pool, as far as it concerns us, at one resource version.</summary>
public sealed record ClusterNode
{
    public required string Name { get; init; }

    public required string Uid { get; init; }

    /// <summary>From <c>spec.providerID</c>; null when the node has none, or one of another cloud.</summary>
    public InstanceId? Instance { get; init; }

    /// <summary>Label <c>karpenter.sh/nodepool</c>.</summary>
    public required string Pool { get; init; }

    /// <summary>Label <c>karpenter.sh/registered=true</c>: Karpenter will not merge startup taints back any more.</summary>
    public bool Registered { get; init; }

    /// <summary>
    /// Label <c>karpenter.sh/initialized=true</c>: Karpenter has seen the node without its startup taints, so it was ready
    /// once.
    /// </summary>
    public bool Initialized { get; init; }

    /// <summary>It has a deletion timestamp: on its way out.</summary>
    public bool Deleting { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>All taints, in the order of the API.</summary>
    public IReadOnlyList<NodeTaint> Taints { get; init; } = [];

    /// <summary>Null when it was never written: unknown, and unknown is not ready.</summary>
    public MountCondition? Condition { get; init; }

    /// <summary>Name of the owning NodeClaim, from the owner references; null when Karpenter does not own it.</summary>
    public string? NodeClaim { get; init; }

    public bool HasTaint(string key) => Taints.Any(taint => taint.Key == key);
}
