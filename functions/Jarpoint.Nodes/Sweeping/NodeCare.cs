using System.Collections.Concurrent;
using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Untainting;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Nodes.Sweeping;

/// <summary>Sees to the nodes that are not ready: taint, condition, deadline, command.</summary>
internal sealed partial class NodeCare(
    IClusterNodes nodes, ICommandRunner commands, NodePolicy policy, TimeProvider clock, ILogger logger)
{
    /// <summary>Past so many faults it is no node's own: the rest would only meet the same.</summary>
    private const int MostFaults = 20;

    private readonly TaintRemover taints = new(nodes, policy);
    private readonly ConditionWriter conditions = new(nodes, clock);
    private readonly MountDispatcher dispatcher = new(commands, policy);
    private readonly Deadline deadline = new(nodes, policy, clock, logger);

    /// <summary>Says in the log what would be done.</summary>
    public SweepReport Foresee(Census census, Allowance may, DateTimeOffset? lastSweep)
    {
        foreach (var sighting in census.Others)
        {
            Log.WouldSeeTo(logger, sighting.Node.Name, sighting.State, Wants(sighting, may, lastSweep));
        }

        return new SweepReport();
    }

    /// <param name="census">What the sweep saw.</param>
    /// <param name="may">What is allowed.</param>
    /// <param name="lastSweep">When the sweep before was.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="AggregateException">Kubernetes or SSM failed for many; others were seen to.</exception>
    public async Task<SweepReport> TakeAsync(
        Census census, Allowance may, DateTimeOffset? lastSweep, CancellationToken cancellationToken)
    {
        var (untainted, replaced) = (0, 0);
        var due = new ConcurrentDictionary<InstanceId, Sighting>();
        var faults = new ConcurrentQueue<Exception>();
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = policy.Concurrency,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(census.Others.Concat(census.Recovered), options, async (sighting, stop) =>
        {
            if (faults.Count > MostFaults)
            {
                return;
            }

            try
            {
                var (seen, cared) = await SeeToAsync(sighting, may, stop);
                Interlocked.Add(ref untainted, cared is Cared.Untainted ? 1 : 0);
                Interlocked.Add(ref replaced, cared is Cared.Replaced ? 1 : 0);
                var live = seen.State is not (NodeState.Deleting or NodeState.Ready or NodeState.MountedNotUntainted);
                // What was wanted before the deadline was reported is wanted still.
                if (cared is Cared.Nothing && live && seen.Node.Instance is { } id
                    && (Wants(sighting, may, lastSweep) || Wants(seen, may, lastSweep)))
                {
                    due[id] = seen;
                }
            }
            // One node that Kubernetes lets nobody write to must not keep the others from being seen to.
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                faults.Enqueue(e);
                Log.Failed(logger, e, sighting.Node.Name);
            }
        });
        var commanded = may.Command ? await CommandAsync(due, faults, cancellationToken) : 0;
        return faults.Count <= MostFaults
            ? new SweepReport { Untainted = untainted, Replaced = replaced, Commanded = commanded, Failed = faults.Count }
            : throw new AggregateException("Many nodes could not be seen to.", faults);
    }

    private async Task<(Sighting Seen, Cared Cared)> SeeToAsync(
        Sighting sighting, Allowance may, CancellationToken cancellationToken)
    {
        var seen = await WriteNewsAsync(sighting, cancellationToken);
        if (seen.State is not NodeState.MountedNotUntainted)
        {
            (seen, var gone) = await deadline.MeetAsync(seen, may.Replace, cancellationToken);
            return (seen, gone ? Cared.Replaced : Cared.Nothing);
        }

        var mounted = seen.Node with { Condition = seen.Condition };
        return (seen, await taints.RemoveAsync(mounted, cancellationToken) is TaintRemoval.Removed
            ? Cared.Untainted
            : Cared.Nothing);
    }

    /// <summary>The guard stops repairs. A node that never was ready has nothing to be broken, and is mounted still.</summary>
    private bool Wants(Sighting sighting, Allowance may, DateTimeOffset? lastSweep)
        => may.Command && (sighting.NeverReady || may.Repair) && CommandPace.IsDue(sighting, lastSweep, clock.GetUtcNow(), policy);

    private async Task<Sighting> WriteNewsAsync(Sighting sighting, CancellationToken cancellationToken)
        => sighting is { News: { } news, Condition: { } condition }
            && await conditions.WriteAsync(sighting.Node, condition, news, cancellationToken) is null
            ? sighting with { State = NodeState.Deleting }
            : sighting;

    private async Task<int> CommandAsync(
        ConcurrentDictionary<InstanceId, Sighting> due,
        ConcurrentQueue<Exception> faults,
        CancellationToken cancellationToken)
    {
        var sent = await dispatcher.DispatchAsync(
            [.. due.OrderBy(static node => node.Value.Node.Name, StringComparer.Ordinal)
                .Select(static node => (node.Key, node.Value.Node.Pool))],
            (ids, stop) => MarkAsync(ids, due, faults, stop),
            cancellationToken);
        var count = sent.Outcomes.Values.Count(static outcome => outcome is SendOutcome.Sent);
        if (!due.IsEmpty)
        {
            Log.Commanded(logger, count, due.Count);
        }

        if (sent.Fault is { } fault)
        {
            Log.NotCommanded(logger, fault, sent.Failed.Count);
            foreach (var _ in sent.Failed)
            {
                faults.Enqueue(fault);
            }
        }

        return count;
    }

    /// <summary>
    /// Before the command goes: a crash between the two costs a node its patience, the other way round it would cost a
    /// command at every sweep, and overwrite the answer of a fast node.
    /// </summary>
    /// <returns>Those that are marked: a command to one that is not would come again at every sweep.</returns>
    private async Task<IReadOnlyList<InstanceId>> MarkAsync(
        IReadOnlyList<InstanceId> ids,
        ConcurrentDictionary<InstanceId, Sighting> due,
        ConcurrentQueue<Exception> faults,
        CancellationToken cancellationToken)
    {
        var marked = new ConcurrentDictionary<InstanceId, bool>();
        await Parallel.ForEachAsync(
            ids,
            new ParallelOptions { MaxDegreeOfParallelism = policy.Concurrency, CancellationToken = cancellationToken },
            async (id, stop) =>
            {
                try
                {
                    marked[id] = await nodes.SetConditionAsync(due[id].Node, Mark(due[id].Condition), stop)
                        is ClusterOutcome.Done;
                }
                catch (Exception e) when (!stop.IsCancellationRequested)
                {
                    faults.Enqueue(e);
                    Log.Failed(logger, e, due[id].Node.Name);
                }
            });
        return [.. ids.Where(id => marked.GetValueOrDefault(id))];
    }

    private MountCondition Mark(MountCondition? known)
    {
        var now = clock.GetUtcNow();
        return new MountCondition(
            known?.Status ?? ConditionStatus.Unknown,
            known?.Reason is MountReasons.DeadlinePassed ? MountReasons.DeadlinePassed : MountReasons.Mounting,
            known is null ? "The mount command is on its way." : $"Mounting again after: {Cause(known)}",
            now,
            known?.ChangedAt ?? now);
    }

    private static string Cause(MountCondition known)
        => known.Reason is MountReasons.Mounting or MountReasons.DeadlinePassed
            ? known.Message.Replace("Mounting again after: ", string.Empty, StringComparison.Ordinal)
            : $"{known.Reason}: {known.Message}";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Dry run: node {Node} is {State}; mount command: {Command}.")]
        public static partial void WouldSeeTo(ILogger logger, string node, NodeState state, bool command);

        [LoggerMessage(LogLevel.Error, "Node {Node} could not be seen to; the next sweep tries again.")]
        public static partial void Failed(ILogger logger, Exception fault, string node);

        [LoggerMessage(LogLevel.Error, "The mount command of {Count} nodes could not be sent; the next sweep tries again.")]
        public static partial void NotCommanded(ILogger logger, Exception fault, int count);

        [LoggerMessage(LogLevel.Information, "The mount command went to {Sent} of {Due} nodes that need it.")]
        public static partial void Commanded(ILogger logger, int sent, int due);
    }
}
