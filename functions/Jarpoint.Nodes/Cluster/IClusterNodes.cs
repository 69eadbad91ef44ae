namespace Jarpoint.Nodes.Cluster;

/// <summary>
/// The nodes of a Kubernetes cluster. Each write is one conditional attempt: whoever retries reads again first.
/// </summary>
public interface IClusterNodes
{
    /// <summary>Every node that has the label <c>karpenter.sh/nodepool</c>, page by page.</summary>
    IAsyncEnumerable<ClusterNode> ListAsync(CancellationToken cancellationToken);

    /// <summary>Null when there is no node of that name.</summary>
    Task<ClusterNode?> GetAsync(string name, CancellationToken cancellationToken);

    /// <summary>
    /// Takes every taint of this key off, and no other: JSON Patch <c>test</c> of uid and of all taints as
    /// <paramref name="node"/> has them, then <c>replace</c>.
    /// </summary>
    Task<ClusterOutcome> RemoveTaintAsync(ClusterNode node, string key, CancellationToken cancellationToken);

    /// <summary>
    /// Sets the condition and touches no other; never <see cref="ClusterOutcome.Conflict"/>. A node of the same name with
    /// another uid is another node, and the one that was meant is <see cref="ClusterOutcome.Gone"/>.
    /// </summary>
    Task<ClusterOutcome> SetConditionAsync(
        ClusterNode node, MountCondition condition, CancellationToken cancellationToken);

    /// <summary>Creates an Event.</summary>
    Task RecordAsync(NodeEvent happened, CancellationToken cancellationToken);

    /// <summary>Deletes the NodeClaim; Karpenter then drains and terminates the node.</summary>
    Task<ClusterOutcome> DeleteClaimAsync(string nodeClaim, CancellationToken cancellationToken);
}
