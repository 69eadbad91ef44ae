using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Recording;

namespace Jarpoint.Nodes.Sweeping;

/// <summary>Says what a node is.</summary>
internal sealed class NodeJudge(NodePolicy policy)
{
    /// <param name="node">As listed.</param>
    /// <param name="failure">How the last verify ended on it; null when it did not fail.</param>
    /// <param name="now">Time.</param>
    public Sighting Judge(ClusterNode node, CommandInvocation? failure, DateTimeOffset now)
    {
        var wasReady = WasReady(node);
        var news = failure is null ? null : News(node, failure, wasReady);
        var condition = news is null || failure is null
            ? null
            : new Observation(news, failure.RequestedAt).Over(node.Condition, now);
        return condition is null
            ? new Sighting(node, StateOf(node, node.Condition, wasReady, now), null, node.Condition)
            : new Sighting(node, StateOf(node, condition, wasReady, now), news, condition);
    }

    /// <summary>It has had no startup taint of ours, and somebody looked whether it is mounted.</summary>
    /// <remarks>Mounting and Unknown is what the sweep writes of nodes nobody knows: it never does to a ready one.</remarks>
    private bool WasReady(ClusterNode node) => node.Condition switch
    {
        null or { Status: ConditionStatus.Unknown, Reason: MountReasons.Mounting } => false,
        _ => node.Initialized || !node.HasTaint(policy.Taint),
    };

    private MountVerdict? News(ClusterNode node, CommandInvocation failure, bool wasReady)
    {
        var condition = node.Condition;
        var verdict = failure.ExitCode switch
        {
            // Another run was at work: nothing is known of the mounts.
            NodeScriptExit.Locked => null,
            // As it is before the first mount command.
            NodeScriptExit.NothingMounted when !wasReady && condition?.Status is not ConditionStatus.True => null,
            _ => MountVerdict.OfFailure(failure, NodeScriptOutput.Read(failure.Output), policy.Plan.MountsOf(node.Pool)),
        };
        var isTold = verdict?.Happened is null || condition?.ObservedAt >= failure.RequestedAt;
        return isTold && verdict?.Status == condition?.Status && verdict?.Reason == condition?.Reason ? null : verdict;
    }

    private NodeState StateOf(ClusterNode node, MountCondition? condition, bool wasReady, DateTimeOffset now)
    {
        var late = now >= node.CreatedAt + policy.ReadyDeadline ? NodeState.Overdue : NodeState.Starting;
        return condition?.Status switch
        {
            _ when node.Deleting => NodeState.Deleting,
            ConditionStatus.True when !node.HasTaint(policy.Taint) => NodeState.Ready,
            ConditionStatus.True when node.Registered => NodeState.MountedNotUntainted,
            ConditionStatus.False when wasReady => NodeState.Unhealthy,
            ConditionStatus.Unknown when wasReady => NodeState.Unknown,
            _ => late,
        };
    }
}
