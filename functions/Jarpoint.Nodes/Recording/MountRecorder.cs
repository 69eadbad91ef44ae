using System.Collections.Concurrent;
using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;
using Jarpoint.Nodes.Launching;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Nodes.Recording;

/// <summary>Turns the ends of commands into the condition of nodes and takes the startup taint off.</summary>
public sealed partial class MountRecorder(
    IClusterNodes nodes,
    ICommandRunner commands,
    IInstanceDirectory instances,
    NodePolicy policy,
    TimeProvider clock,
    ILogger<MountRecorder> logger)
{
    private readonly ReportJudge judge = new(policy);
    private readonly NodeRecorder recorder = new(nodes, policy, clock);
    private readonly LaunchTimes launches = new(instances, policy);
    private readonly LookTimes looks = new(policy.AgentPoll, clock);

    /// <summary>
    /// One list of the nodes for the batch, whatever its size, and at most one look at EC2 for those that became ready or
    /// are not there.
    /// </summary>
    public async Task<RecordingReport> RecordAsync(
        IReadOnlyList<InvocationReport> reports, CancellationToken cancellationToken)
    {
        var outcomes = new RecordOutcome[reports.Count];
        var byNode = new Dictionary<InstanceId, List<int>>();
        for (var i = 0; i < reports.Count; i++)
        {
            if (judge.Irrelevant(reports[i]) is { } why)
            {
                outcomes[i] = new RecordOutcome.Ignored(why);
            }
            else if (byNode.TryGetValue(reports[i].Instance, out var same))
            {
                same.Add(i);
            }
            else
            {
                byNode[reports[i].Instance] = [i];
            }
        }

        if (byNode.Count == 0)
        {
            return new RecordingReport(outcomes, []);
        }

        var starting = new List<InstanceId>();
        var seen = await NodesOfAsync(byNode.Keys, starting, cancellationToken);
        var ready = new ConcurrentBag<InstanceId>();
        using var batch = new RecordingBatch(
            new VerifyLog(commands, policy, reports.Min(static report => report.RequestedAt) - TimeSpan.FromMinutes(1)),
            new FailureLog(commands, reports));
        await Parallel.ForEachAsync(seen, Options(cancellationToken), async (node, stop) =>
        {
            var latestFirst = byNode[node.Key].OrderByDescending(i => reports[i].RequestedAt)
                .ThenBy(i => reports[i].Status is InvocationStatus.Success).ToList();
            var recorded = await RecordAsync(node.Value, [.. latestFirst.Select(i => reports[i])], batch, stop);
            for (var i = 0; i < latestFirst.Count; i++)
            {
                outcomes[latestFirst[i]] = recorded[i];
            }

            if (recorded.Any(static outcome => outcome is RecordOutcome.Recorded { BecameReady: true }))
            {
                ready.Add(node.Key);
            }
        });

        var absent = byNode.Keys.Where(id => !seen.ContainsKey(id)).ToList();
        var launched = await launches.OfAsync([.. ready], absent, starting, cancellationToken);
        foreach (var i in absent.SelectMany(id => byNode[id]))
        {
            outcomes[i] = Absent(reports[i], launched.ContainsKey(reports[i].Instance));
        }

        var now = clock.GetUtcNow();
        Log.Recorded(logger, reports.Count, byNode.Count, ready.Count, absent.Count);
        return new RecordingReport(
            outcomes, [.. ready.Where(launched.ContainsKey).Select(id => now - launched[id])]);
    }

    // One node that nobody can write to must not bring the reports of a thousand others back.
    private async Task<IReadOnlyList<RecordOutcome>> RecordAsync(
        ClusterNode node, IReadOnlyList<InvocationReport> latestFirst, RecordingBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            return await recorder.RecordAsync(node, latestFirst, batch, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, e, node.Name);
            return [.. latestFirst.Select(_ => new RecordOutcome.NotYet(looks.Next()))];
        }
    }

    private ParallelOptions Options(CancellationToken cancellationToken)
        => new() { MaxDegreeOfParallelism = policy.Concurrency, CancellationToken = cancellationToken };

    private async Task<Dictionary<InstanceId, ClusterNode>> NodesOfAsync(
        IReadOnlyCollection<InstanceId> ids, List<InstanceId> starting, CancellationToken cancellationToken)
    {
        var found = new Dictionary<InstanceId, ClusterNode>();
        var wanted = ids.ToHashSet();
        await foreach (var node in nodes.ListAsync(cancellationToken))
        {
            if (node.Instance is not { } id || policy.Plan.MountsOf(node.Pool).Count == 0)
            {
                continue;
            }

            if (wanted.Contains(id))
            {
                found[id] = node;
            }
            else if (node.HasTaint(policy.Taint))
            {
                starting.Add(id);
            }
        }

        return found;
    }

    /// <summary>Mounted before the kubelet has registered the node, or no node of ours at all.</summary>
    private RecordOutcome Absent(InvocationReport report, bool launched) => launched switch
    {
        true when clock.GetUtcNow() < report.RequestedAt + policy.ReadyDeadline
            => new RecordOutcome.NotYet(looks.Next()),
        true => new RecordOutcome.Ignored("it never joined the cluster"),
        false => new RecordOutcome.Ignored("of another cluster, or terminated"),
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "What was reported of node {Node} could not be recorded; it is looked at again.")]
        public static partial void Failed(ILogger logger, Exception exception, string node);

        [LoggerMessage(
            LogLevel.Information,
            "{Reports} reports of {Nodes} nodes: {Ready} became ready, {Absent} are not in the cluster.")]
        public static partial void Recorded(ILogger logger, int reports, int nodes, int ready, int absent);
    }
}
