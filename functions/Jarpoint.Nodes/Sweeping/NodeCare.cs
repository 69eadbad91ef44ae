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
    private readonly TaintRemover taints = new(nodes, policy);
    private readonly ConditionWriter conditions = new(nodes, clock);
    private readonly MountDispatcher dispatcher = new(commands, policy);
    private readonly Deadline deadline = new(nodes, policy, clock, logger);

    /// <summary>Says in the log what would be done.</summary>
    public SweepReport Foresee(Census census, bool guarded, DateTimeOffset? lastSweep)
    {
        foreach (var sighting in census.Others)
        {
            Log.WouldSeeTo(logger, sighting.Node.Name, sighting.State, Wants(sighting, guarded, lastSweep));
        }

        return new SweepReport();
    }

    public async Task<SweepReport> TakeAsync(
        Census census, bool guarded, DateTimeOffset? lastSweep, CancellationToken cancellationToken)
    {
        var (untainted, replaced) = (0, 0);
        var due = new ConcurrentDictionary<InstanceId, Sighting>();
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = policy.Concurrency,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(
            census.Recovered, options, async (sighting, stop) => await WriteNewsAsync(sighting, stop));
        await Parallel.ForEachAsync(census.Others, options, async (sighting, stop) =>
        {
            if (sighting.State is NodeState.MountedNotUntainted)
            {
                if (await WriteNewsAsync(sighting, stop) is not { State: NodeState.Deleting }
                    && await taints.RemoveAsync(sighting.Node, stop) is TaintRemoval.Removed)
                {
                    Interlocked.Increment(ref untainted);
                }

                return;
            }

            var (seen, gone) = await deadline.MeetAsync(await WriteNewsAsync(sighting, stop), !guarded, stop);
            if (gone)
            {
                Interlocked.Increment(ref replaced);
            }
            else if (seen.Node.Instance is { } id && Wants(seen, guarded, lastSweep))
            {
                due[id] = seen;
            }
        });
        return new SweepReport
        {
            Untainted = untainted,
            Replaced = replaced,
            Commanded = await CommandAsync(due, cancellationToken),
        };
    }

    /// <summary>The guard stops repairs. A node that never was ready has nothing to be broken, and is mounted still.</summary>
    private bool Wants(Sighting sighting, bool guarded, DateTimeOffset? lastSweep)
        => (sighting.NeverReady || !guarded) && CommandPace.IsDue(sighting, lastSweep, clock.GetUtcNow(), policy);

    private async Task<Sighting> WriteNewsAsync(Sighting sighting, CancellationToken cancellationToken)
        => sighting is { News: { } news, Condition: { } condition }
            && await conditions.WriteAsync(sighting.Node, condition, news, cancellationToken) is null
            ? sighting with { State = NodeState.Deleting }
            : sighting;

    private async Task<int> CommandAsync(
        ConcurrentDictionary<InstanceId, Sighting> due, CancellationToken cancellationToken)
    {
        var sent = await dispatcher.DispatchAsync(
            [.. due.OrderBy(static node => node.Value.Node.Name, StringComparer.Ordinal)
                .Select(static node => (node.Key, node.Value.Node.Pool))],
            (ids, stop) => MarkAsync([.. ids.Select(id => due[id])], stop),
            cancellationToken);
        var count = sent.Values.Count(static outcome => outcome is SendOutcome.Sent);
        if (!due.IsEmpty)
        {
            Log.Commanded(logger, count, due.Count);
        }

        return count;
    }

    /// <summary>
    /// Before the command goes: a crash between the two costs a node its patience, the other way round it would cost a
    /// command at every sweep, and overwrite the answer of a fast node.
    /// </summary>
    private Task MarkAsync(IReadOnlyList<Sighting> chunk, CancellationToken cancellationToken)
        => Parallel.ForEachAsync(
            chunk,
            new ParallelOptions { MaxDegreeOfParallelism = policy.Concurrency, CancellationToken = cancellationToken },
            async (sighting, stop) =>
            {
                var now = clock.GetUtcNow();
                var known = sighting.Condition;
                var overdue = known?.Reason is MountReasons.DeadlinePassed;
                await nodes.SetConditionAsync(
                    sighting.Node.Name,
                    new MountCondition(
                        known?.Status ?? ConditionStatus.Unknown,
                        overdue ? MountReasons.DeadlinePassed : MountReasons.Mounting,
                        known is null ? "The mount command was sent." : $"Mounting again after: {Cause(known)}",
                        now,
                        known?.ChangedAt ?? now),
                    stop);
            });

    private static string Cause(MountCondition known)
        => known.Reason is MountReasons.Mounting or MountReasons.DeadlinePassed
            ? known.Message.Replace("Mounting again after: ", string.Empty, StringComparison.Ordinal)
            : $"{known.Reason}: {known.Message}";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Dry run: node {Node} is {State}; mount command: {Command}.")]
        public static partial void WouldSeeTo(ILogger logger, string node, NodeState state, bool command);

        [LoggerMessage(LogLevel.Information, "The mount command went to {Sent} of {Due} nodes that need it.")]
        public static partial void Commanded(ILogger logger, int sent, int due);
    }
}
