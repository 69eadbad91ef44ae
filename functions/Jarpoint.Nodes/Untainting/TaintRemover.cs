using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Nodes.Untainting;

/// <summary>Takes our startup taint off: only from a node that is mounted and registered, and no other taint.</summary>
internal sealed class TaintRemover(IClusterNodes nodes, NodePolicy policy)
{
    private const int Attempts = 6;

    /// <param name="node">As read, with its condition as written since.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<TaintRemoval> RemoveAsync(ClusterNode node, CancellationToken cancellationToken)
    {
        var seen = node;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (attempt > 0)
            {
                seen = await nodes.GetAsync(node.Name, cancellationToken);
            }

            if (seen is null || seen.Uid != node.Uid || Obstacle(seen) is TaintRemoval.Gone)
            {
                return TaintRemoval.Gone;
            }

            if (Obstacle(seen) is { } obstacle)
            {
                return obstacle;
            }

            switch (await nodes.RemoveTaintAsync(seen, policy.Taint, cancellationToken))
            {
                case ClusterOutcome.Done:
                    return TaintRemoval.Removed;
                case ClusterOutcome.Gone:
                    return TaintRemoval.Gone;
                default:
                    // Somebody changed the taints: read them again, and everything that allows the removal.
                    continue;
            }
        }

        return TaintRemoval.Contended;
    }

    private TaintRemoval? Obstacle(ClusterNode node) => node switch
    {
        { Deleting: true } => TaintRemoval.Gone,
        _ when !node.HasTaint(policy.Taint) => TaintRemoval.NotThere,
        { Condition: null } or { Condition.Status: not ConditionStatus.True } => TaintRemoval.NotMounted,
        { Registered: false } => TaintRemoval.NotRegistered,
        _ => null,
    };
}
