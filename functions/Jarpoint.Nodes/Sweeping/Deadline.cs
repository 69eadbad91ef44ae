using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Recording;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Nodes.Sweeping;

/// <summary>
/// What happens to a node that was not ready in time. Karpenter has no time-out of its own for a startup taint: the node
/// would count as usable, its pods stay pending and no other be launched.
/// </summary>
internal sealed partial class Deadline(IClusterNodes nodes, NodePolicy policy, TimeProvider clock, ILogger logger)
{
    private readonly ConditionWriter conditions = new(nodes, clock);

    /// <summary>Reports an overdue node once, and replaces it where that is wanted and allowed.</summary>
    /// <returns>The node as it is now, and whether it is being replaced.</returns>
    public async Task<(Sighting Seen, bool Replaced)> MeetAsync(
        Sighting sighting, bool mayReplace, CancellationToken cancellationToken)
    {
        if (sighting.State is not NodeState.Overdue)
        {
            return (sighting, false);
        }

        var reported = await ReportAsync(sighting, cancellationToken);
        var replace = mayReplace && policy.ReplaceUnready && IsReplaceable(reported);
        return (reported, replace && await ReplaceAsync(reported, cancellationToken));
    }

    /// <summary>Tainted all its life and not mounted: nothing runs on it that counts on jars.</summary>
    private bool IsReplaceable(Sighting sighting)
        => sighting.Node is { Initialized: false, NodeClaim: not null } node && node.HasTaint(policy.Taint)
            && sighting.Condition is not { Status: ConditionStatus.True }
            && sighting.Condition is not { Reason: MountReasons.Replaced };

    private async Task<Sighting> ReportAsync(Sighting sighting, CancellationToken cancellationToken)
    {
        var (node, known) = (sighting.Node, sighting.Condition);
        var mounted = known?.Status is ConditionStatus.True;
        var text = mounted
            ? $"Mounted, but Karpenter has not registered the node {policy.ReadyDeadline} after it joined."
            : $"Not ready {policy.ReadyDeadline} after it joined. Last: {known?.Reason ?? "no answer"}: {known?.Message}";
        if (mounted ? known?.Message == text : known?.Reason is MountReasons.DeadlinePassed or MountReasons.Replaced)
        {
            return sighting;
        }

        var status = mounted ? ConditionStatus.True : ConditionStatus.False;
        var next = new MountCondition(
            status,
            mounted ? MountReasons.Mounted : MountReasons.DeadlinePassed,
            text,
            known?.ObservedAt ?? node.CreatedAt,
            known?.Status == status ? known.ChangedAt : clock.GetUtcNow());
        // The condition keeps it from being said again: when the sweep dies between the two it is said twice, not never.
        Log.Overdue(logger, node.Name, text);
        await conditions.RecordAsync(
            node, warning: true, new MountVerdict(status, MountReasons.DeadlinePassed, text), cancellationToken);
        if (await nodes.SetConditionAsync(node.Name, next, cancellationToken) is ClusterOutcome.Gone)
        {
            return sighting with { State = NodeState.Deleting };
        }

        return sighting with { Node = node with { Condition = next }, Condition = next };
    }

    private async Task<bool> ReplaceAsync(Sighting sighting, CancellationToken cancellationToken)
    {
        var claim = sighting.Node.NodeClaim ?? string.Empty;
        if (await nodes.DeleteClaimAsync(claim, cancellationToken) is not ClusterOutcome.Done)
        {
            return false;
        }

        var why = new MountVerdict(
            ConditionStatus.False, MountReasons.Replaced, $"NodeClaim {claim} was deleted: the node was not ready in time.");
        var now = clock.GetUtcNow();
        await nodes.SetConditionAsync(
            sighting.Node.Name,
            new MountCondition(why.Status, why.Reason, why.Message, now, sighting.Condition?.ChangedAt ?? now),
            cancellationToken);
        await conditions.RecordAsync(sighting.Node, warning: true, why, cancellationToken);
        Log.Replaced(logger, sighting.Node.Name, claim);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Node {Node} is overdue: {Text}")]
        public static partial void Overdue(ILogger logger, string node, string text);

        [LoggerMessage(LogLevel.Error, "Node {Node} is replaced: its NodeClaim {Claim} was deleted.")]
        public static partial void Replaced(ILogger logger, string node, string claim);
    }
}
