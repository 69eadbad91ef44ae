namespace Jarpoint.LocalCloud.Karpenter;

/// <summary>What Karpenter and the kubelets do, and how long they take.</summary>
public sealed record KarpenterOptions
{
    /// <summary>Only instances whose tag <c>eks:eks-cluster-name</c> says so become nodes.</summary>
    public required string Cluster { get; init; }

    /// <summary>Startup taints of every pool, effect NoSchedule.</summary>
    public IReadOnlyList<string> StartupTaints { get; init; } = ["readiness.k8s.io/jars-mounted"];

    /// <summary>From running to the kubelet's Node.</summary>
    public DelayRange Join { get; init; } = DelayRange.Seconds(0.5, 1);

    /// <summary>From the Node to Karpenter's registration, which merges startup taints back.</summary>
    public DelayRange Registration { get; init; } = DelayRange.Seconds(0.2, 0.6);

    /// <summary>From the Node to its condition Ready.</summary>
    public DelayRange Readiness { get; init; } = DelayRange.Seconds(0.2, 0.8);

    /// <summary>From a NodeClaim's deletion to the order to terminate its instance.</summary>
    public DelayRange Drain { get; init; } = DelayRange.Seconds(0.2, 0.4);

    /// <summary>Of the delays.</summary>
    public int Seed { get; init; }
}
