using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Launching;
using Jarpoint.Nodes.Untainting;

namespace Jarpoint.Nodes.Recording;

/// <summary>Records what the reports of one node say.</summary>
internal sealed class NodeRecorder(IClusterNodes nodes, NodePolicy policy, TimeProvider clock)
{
    private readonly ReportJudge judge = new(policy);
    private readonly ConditionWriter conditions = new(nodes, clock);
    private readonly TaintRemover taints = new(nodes, policy);
    private readonly LookTimes looks = new(policy.AgentPoll, clock);

    /// <param name="node">As listed.</param>
    /// <param name="latestFirst">The latest that says something is recorded, and those of the same time; failures first.</param>
    /// <param name="batch">What SSM is asked once.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What came of the reports, in their order.</returns>
    public async Task<IReadOnlyList<RecordOutcome>> RecordAsync(
        ClusterNode node,
        IReadOnlyList<InvocationReport> latestFirst,
        RecordingBatch batch,
        CancellationToken cancellationToken)
    {
        var outcomes = new List<RecordOutcome>();
        DateTimeOffset? recorded = null;
        foreach (var report in latestFirst)
        {
            if (node.Deleting)
            {
                outcomes.Add(new RecordOutcome.Ignored("the node is on its way out"));
            }
            else if (recorded is { } at && report.RequestedAt < at)
            {
                outcomes.Add(new RecordOutcome.Ignored("a later report of the node was recorded"));
            }
            else
            {
                (var outcome, node) = await RecordAsync(node, report, batch, cancellationToken);
                outcomes.Add(outcome);
                // Not when its output is still to come: until then an older report may be all there is.
                recorded = outcome is not RecordOutcome.Ignored && node.Condition?.ObservedAt == report.RequestedAt
                    ? report.RequestedAt
                    : recorded;
            }
        }

        return outcomes;
    }

    private async Task<(RecordOutcome Outcome, ClusterNode Node)> RecordAsync(
        ClusterNode node, InvocationReport report, RecordingBatch batch, CancellationToken cancellationToken)
    {
        switch (await judge.JudgeAsync(report, node, batch, cancellationToken))
        {
            case Judgement.Nothing(var why):
                return (new RecordOutcome.Ignored(why), node);
            case Judgement.Says(var verdict):
                return await WriteAsync(node, new Observation(verdict, report.RequestedAt), cancellationToken);
            default:
                return (new RecordOutcome.NotYet(looks.Next()), node);
        }
    }

    private async Task<(RecordOutcome Outcome, ClusterNode Node)> WriteAsync(
        ClusterNode node, Observation observed, CancellationToken cancellationToken)
    {
        if (observed.Over(node.Condition, clock.GetUtcNow()) is not { } next)
        {
            return (new RecordOutcome.Ignored("what is recorded is worse and as old"), node);
        }

        if (policy.DryRun)
        {
            return (new RecordOutcome.Ignored("dry run"), node);
        }

        if (await conditions.WriteAsync(node, next, observed.Verdict, cancellationToken) is not { } written)
        {
            return (new RecordOutcome.Ignored("the node is gone"), node);
        }

        if (next.Status is not ConditionStatus.True)
        {
            return (new RecordOutcome.Recorded(observed.Verdict.Reason, BecameReady: false), written);
        }

        var outcome = await UntaintAsync(written, cancellationToken);
        var untainted = outcome is RecordOutcome.Recorded { BecameReady: true }
            ? written with { Taints = [.. written.Taints.Where(taint => taint.Key != policy.Taint)] }
            : written;
        return (outcome, untainted);
    }

    private async Task<RecordOutcome> UntaintAsync(ClusterNode mounted, CancellationToken cancellationToken)
    {
        var late = clock.GetUtcNow() >= mounted.CreatedAt + policy.ReadyDeadline;
        return await taints.RemoveAsync(mounted, cancellationToken) switch
        {
            TaintRemoval.Removed => new RecordOutcome.Recorded(MountReasons.Mounted, BecameReady: true),
            TaintRemoval.Gone => new RecordOutcome.Ignored("the node is gone"),
            // Past the deadline the sweep looks after it: a queue is no place to wait for ever.
            TaintRemoval.NotRegistered or TaintRemoval.Contended when !late => new RecordOutcome.NotYet(looks.Next()),
            _ => new RecordOutcome.Recorded(MountReasons.Mounted, BecameReady: false),
        };
    }
}
