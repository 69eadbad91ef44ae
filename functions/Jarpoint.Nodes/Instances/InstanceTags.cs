namespace Jarpoint.Nodes.Instances;

/// <summary>
/// The tags that Karpenter puts on an instance when it launches it. <c>Name</c> and <c>karpenter.sh/nodeclaim</c> come
/// later and are never to be counted on.
/// </summary>
public static class InstanceTags
{
    public const string NodePool = "karpenter.sh/nodepool";

    public const string Cluster = "eks:eks-cluster-name";
}
