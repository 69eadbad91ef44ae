namespace Jarpoint.Cdk.Ways;

/// <summary>How the nodes of a Karpenter pool come to their mounts.</summary>
internal enum PoolWay
{
    /// <summary>A command after launch: the node joins with a startup taint, and loses it once the mounts answer.</summary>
    Ssm,

    /// <summary>User data before kubelet: a node that cannot mount never joins.</summary>
    UserData,
}
