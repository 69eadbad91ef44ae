using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;

namespace Jarpoint.Nodes.Recording;

/// <summary>Says what a report tells of a node; asks SSM for the output only where it matters.</summary>
internal sealed class ReportJudge(NodePolicy policy)
{
    /// <summary>Why a report tells nothing of any node, or null.</summary>
    public string? Irrelevant(InvocationReport report) => report switch
    {
        _ when !IsMount(report) && report.Document != policy.CareDocument => "of another document",
        { Status: InvocationStatus.Underway } => "not over",
        { Status: InvocationStatus.Cancelled } => "cancelled: nobody knows whether it ran",
        _ => null,
    };

    public async Task<Judgement> JudgeAsync(
        InvocationReport report, ClusterNode node, RecordingBatch batch, CancellationToken cancellationToken)
    {
        if (Observation.IsOutdated(node.Condition, report.RequestedAt))
        {
            return new Judgement.Nothing("older than what is recorded");
        }

        var ready = node.Condition?.Status is ConditionStatus.True;
        if (!IsMount(report))
        {
            if (ready && report.Status is InvocationStatus.Success)
            {
                return new Judgement.Nothing("still mounted");
            }

            // A refresh that was refused says nothing of the mounts, one that succeeded had perhaps nothing to do.
            if (!await batch.Verifies.ContainsAsync(report.CommandId, cancellationToken))
            {
                return new Judgement.Nothing("no verify");
            }
        }

        if (report.Status is InvocationStatus.Success)
        {
            return new Judgement.Says(MountVerdict.Mounted(policy.Plan.MountsOf(node.Pool)));
        }

        // "Still mounted" is not written for each node and verify. So a failure that comes late is held against what
        // later verifies found, which the condition does not tell.
        return ready && await batch.Verifies.FoundHealthyAsync(report.Instance, report.RequestedAt, cancellationToken)
            ? new Judgement.Nothing("a later verify found it healthy")
            : await FailureAsync(report, node, batch.Failures, cancellationToken);
    }

    private async Task<Judgement> FailureAsync(
        InvocationReport report, ClusterNode node, FailureLog failures, CancellationToken cancellationToken)
    {
        if (await failures.FindAsync(report, cancellationToken) is not { } invocation
            || invocation.Status is InvocationStatus.Underway)
        {
            return new Judgement.Later();
        }

        // A node that is just being mounted answers a verify so. The sweep tells it from one that lost its mounts.
        if (!IsMount(report) && invocation.ExitCode is (NodeScriptExit.Locked or NodeScriptExit.NothingMounted))
        {
            return new Judgement.Nothing("nothing to verify yet");
        }

        var lines = NodeScriptOutput.Read(invocation.Output);
        return MountVerdict.OfFailure(invocation, lines, policy.Plan.MountsOf(node.Pool)) is { } verdict
            ? new Judgement.Says(verdict)
            : new Judgement.Nothing("not a failure by SSM's own record");
    }

    private bool IsMount(InvocationReport report) => report.Document == policy.MountDocument;
}
