namespace Jarpoint.LocalCloud.Karpenter;

/// <summary>Labels, taints and tags of Karpenter v1 and of EKS.</summary>
public static class KarpenterNames
{
    public const string Pool = "karpenter.sh/nodepool";
    public const string ClusterTag = "eks:eks-cluster-name";
    public const string NodeClaimTag = "karpenter.sh/nodeclaim";
    public const string Registered = "karpenter.sh/registered";
    public const string Initialized = "karpenter.sh/initialized";
    public const string Unregistered = "karpenter.sh/unregistered";
    public const string DoNotSyncTaints = "karpenter.sh/do-not-sync-taints";
    public const string Termination = "karpenter.sh/termination";
}
