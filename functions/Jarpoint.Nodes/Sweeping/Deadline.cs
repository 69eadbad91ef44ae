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
    /// <remarks>A list of thousands is old by now: what cannot be taken back is decided on the node as it is.</remarks>
    /// <returns>The node as it is now, and whether it is being replaced.</returns>
    public async Task<(Sighting Seen, bool Replaced)> MeetAsync(
        Sighting sighting, bool mayReplace, CancellationToken cancellationToken)
    {
        if (sighting.State is not NodeState.Overdue)
        {
            return (sighting, false);
        }

        var replace = mayReplace && policy.ReplaceUnready && IsReplaceable(sighting);
        var text = TextOf(sighting.Condition);
        if (IsReported(sighting.Condition, text) && !replace)
        {
            return (sighting, false);
        }

        var fresh = await nodes.GetAsync(sighting.Node.Name, cancellationToken);
        if (fresh is null or { Deleting: true } || fresh.Uid != sighting.Node.Uid)
        {
            return (sighting with { State = NodeState.Deleting }, false);
        }

        if (BecameReady(sighting, fresh))
        {
            return (new Sighting(fresh, NodeState.Ready, null, fresh.Condition), false);
        }

        var reported = IsReported(sighting.Condition, text)
            ? sighting
            : await ReportAsync(sighting, text, cancellationToken);
        replace &= reported.State is NodeState.Overdue;
        return (reported, replace && await ReplaceAsync(reported, cancellationToken));
    }

    /// <summary>
    /// Tainted all its life and not mounted: nothing runs on it that counts on jars. And somebody has tried to mount it:
    /// after sweeps that did not run, or in a pool that is new to the plan, nobody had.
    /// </summary>
    private bool IsReplaceable(Sighting sighting)
        => sighting.Node is { Initialized: false, NodeClaim: not null } node && node.HasTaint(policy.Taint)
            && sighting.Condition is { Status: not ConditionStatus.True, Reason: not MountReasons.Replaced }
            && node.Condition is { } listed && clock.GetUtcNow() >= listed.ChangedAt + policy.CommandPatience;

    private bool BecameReady(Sighting listed, ClusterNode now)
        => (now.Condition is { Status: ConditionStatus.True } && listed.Condition is not { Status: ConditionStatus.True })
            || (listed.Node.HasTaint(policy.Taint) && !now.HasTaint(policy.Taint));

    private string TextOf(MountCondition? known) => known?.Status is ConditionStatus.True
        ? $"Mounted, but Karpenter has not registered the node {policy.ReadyDeadline} after it joined."
        : $"Not ready {policy.ReadyDeadline} after it joined. Last: {known?.Reason ?? "no answer"}: {known?.Message}";

    private static bool IsReported(MountCondition? known, string text) => known?.Status is ConditionStatus.True
        ? known.Message == text
        : known?.Reason is MountReasons.DeadlinePassed or MountReasons.Replaced;

    private async Task<Sighting> ReportAsync(Sighting sighting, string text, CancellationToken cancellationToken)
    {
        var (node, known) = (sighting.Node, sighting.Condition);
        var mounted = known?.Status is ConditionStatus.True;
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
        if (await nodes.SetConditionAsync(node, next, cancellationToken) is ClusterOutcome.Gone)
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
            sighting.Node,
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
