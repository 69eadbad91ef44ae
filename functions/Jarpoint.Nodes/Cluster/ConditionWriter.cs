using Jarpoint.Nodes.Recording;

namespace Jarpoint.Nodes.Cluster;

/// <summary>Writes the condition when it says something new, and an Event when its status changes or something happened.</summary>
internal sealed class ConditionWriter(IClusterNodes nodes, TimeProvider clock)
{
    /// <returns>The node with the condition, or null when it is gone.</returns>
    public async Task<ClusterNode?> WriteAsync(
        ClusterNode node, MountCondition next, MountVerdict why, CancellationToken cancellationToken)
    {
        if (node.Condition == next)
        {
            return node;
        }

        if (await nodes.SetConditionAsync(node, next, cancellationToken) is ClusterOutcome.Gone)
        {
            return null;
        }

        if (why.Happened is { } happened)
        {
            await RecordAsync(node, warning: false, why with { Reason = happened.Reason, Message = happened.Message }, cancellationToken);
        }
        else if ((node.Condition?.Status ?? ConditionStatus.Unknown) != next.Status)
        {
            await RecordAsync(node, next.Status is not ConditionStatus.True, why, cancellationToken);
        }

        return node with { Condition = next };
    }

    public Task RecordAsync(ClusterNode node, bool warning, MountVerdict why, CancellationToken cancellationToken)
        => nodes.RecordAsync(
            new NodeEvent(node.Name, node.Uid, warning, why.Reason, why.Message, clock.GetUtcNow()), cancellationToken);
}
