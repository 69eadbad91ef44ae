using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Nodes.Simulation;

/// <summary>Kubernetes, with an eye on every taint that goes.</summary>
/// <param name="inner">The nodes.</param>
/// <param name="untainted">Called with the node as it was and as it is when a removal succeeded.</param>
internal sealed class WatchedNodes(InMemoryClusterNodes inner, Action<ClusterNode, ClusterNode> untainted) : IClusterNodes
{
    public IAsyncEnumerable<ClusterNode> ListAsync(CancellationToken cancellationToken)
        => inner.ListAsync(cancellationToken);

    public Task<ClusterNode?> GetAsync(string name, CancellationToken cancellationToken)
        => inner.GetAsync(name, cancellationToken);

    public async Task<ClusterOutcome> RemoveTaintAsync(
        ClusterNode node, string key, CancellationToken cancellationToken)
    {
        var before = await inner.GetAsync(node.Name, cancellationToken);
        var outcome = await inner.RemoveTaintAsync(node, key, cancellationToken);
        if (outcome is ClusterOutcome.Done && before is not null
            && await inner.GetAsync(node.Name, cancellationToken) is { } after)
        {
            untainted(before, after);
        }

        return outcome;
    }

    public Task<ClusterOutcome> SetConditionAsync(
        ClusterNode node, MountCondition condition, CancellationToken cancellationToken)
        => inner.SetConditionAsync(node, condition, cancellationToken);

    public Task RecordAsync(NodeEvent happened, CancellationToken cancellationToken)
        => inner.RecordAsync(happened, cancellationToken);

    public Task<ClusterOutcome> DeleteClaimAsync(string nodeClaim, CancellationToken cancellationToken)
        => inner.DeleteClaimAsync(nodeClaim, cancellationToken);
}
