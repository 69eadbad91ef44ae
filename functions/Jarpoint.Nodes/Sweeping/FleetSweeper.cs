using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Recording;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Nodes.Sweeping;

/// <summary>Derives the state of every node anew and sees to those that need it. Events may be lost; this is what holds.</summary>
public sealed partial class FleetSweeper(
    IClusterNodes nodes,
    ICommandRunner commands,
    NodePolicy policy,
    TimeProvider clock,
    ILogger<FleetSweeper> logger)
{
    /// <summary>How far back the last verify is looked for.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private readonly NodeJudge judge = new(policy);
    private readonly NodeCare care = new(nodes, commands, policy, clock, logger);

    public async Task<SweepReport> SweepAsync(CancellationToken cancellationToken)
    {
        var last = (await commands.RecentAsync(policy.CareDocument, clock.GetUtcNow() - Memory, cancellationToken))
            .FirstOrDefault(CareCommand.IsVerify);
        var failures = await FailuresAsync(last, cancellationToken);
        var census = new Census();
        await foreach (var node in nodes.ListAsync(cancellationToken))
        {
            if (policy.Plan.MountsOf(node.Pool).Count > 0)
            {
                census.Add(judge.Judge(node, FailureOf(node, failures), clock.GetUtcNow()));
            }
        }

        await LookForLostAsync(census, last, cancellationToken);
        var unhealthy = census.Count(NodeState.Unhealthy) + census.Count(NodeState.Overdue);
        var guarded = unhealthy > census.Tolerated(policy.GuardPercent);
        if (guarded)
        {
            Log.GuardTripped(logger, MountReasons.GuardTripped, unhealthy, census.Nodes, policy.GuardPercent);
        }

        var done = policy.DryRun
            ? care.Foresee(census, guarded, last?.RequestedAt)
            : await care.TakeAsync(census, guarded, last?.RequestedAt, cancellationToken);
        var verifying = await VerifyAsync(census, cancellationToken);
        return done with
        {
            Nodes = census.Nodes,
            Ready = census.Ready + done.Untainted,
            Starting = census.Count(NodeState.Starting),
            Unhealthy = census.Count(NodeState.Unhealthy),
            Unknown = census.Count(NodeState.Unknown),
            Overdue = census.Count(NodeState.Overdue),
            // Without a newer verify the next sweep reads these answers again, and counts them.
            Repaired = verifying ? failures.Values.Sum(RepairsOf) : 0,
            GuardTripped = guarded,
        };
    }

    /// <summary>Mounts of a node that a verify reported as brought back; SSM may have cut the lines off, not the exit code.</summary>
    private static int RepairsOf(CommandInvocation failure)
    {
        var told = NodeScriptOutput.Read(failure.Output).Count(static line => line.BroughtBack);
        return failure.ExitCode is NodeScriptExit.Repaired ? Math.Max(1, told) : told;
    }

    private static CommandInvocation? FailureOf(ClusterNode node, Dictionary<InstanceId, CommandInvocation> failures)
        => node.Instance is { } id ? failures.GetValueOrDefault(id) : null;

    private async Task<Dictionary<InstanceId, CommandInvocation>> FailuresAsync(
        CommandSummary? verify, CancellationToken cancellationToken)
    {
        var failures = new Dictionary<InstanceId, CommandInvocation>();
        if (verify is { Errors: > 0 } or { DeliveryTimedOut: > 0 })
        {
            foreach (var failure in await commands.FailuresAsync(verify.Id, cancellationToken))
            {
                failures[failure.Instance] = failure;
            }
        }

        return failures;
    }

    /// <summary>An agent that SSM has lost gets no command, and so never fails one.</summary>
    private async Task LookForLostAsync(Census census, CommandSummary? verify, CancellationToken cancellationToken)
    {
        if (verify is null || verify.Targets >= census.Ready)
        {
            return;
        }

        var lost = census.ReadyOf(await commands.LostAsync(policy.Cluster, cancellationToken));
        foreach (var name in lost)
        {
            if (await nodes.GetAsync(name, cancellationToken) is { Condition: { } condition } node)
            {
                var news = MountVerdict.AgentUnreachable;
                var next = new Observation(news, clock.GetUtcNow()).Over(condition, clock.GetUtcNow());
                census.Reclassify(new Sighting(node, NodeState.Unknown, news, next));
            }
        }
    }

    /// <summary>The answers come as events and are read by the next sweep.</summary>
    private async Task<bool> VerifyAsync(Census census, CancellationToken cancellationToken)
    {
        // While every node is still left to its launch event there is nothing to verify: in a burst each would only say so.
        var launched = clock.GetUtcNow() - policy.LaunchPatience;
        if (policy.DryRun
            || (census.Ready == 0 && census.Others.All(
                sighting => sighting is { State: NodeState.Starting, Condition: null } && sighting.Node.CreatedAt > launched)))
        {
            return false;
        }

        var sent = await commands.SendAsync(
            CareCommand.ToVerify(policy), new CommandTarget.Fleet(policy.Cluster), cancellationToken);
        if (sent is not SendOutcome.Sent)
        {
            Log.NotVerified(logger);
            return false;
        }

        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Error,
            "{Reason}: {Unhealthy} of {Nodes} nodes are unhealthy or overdue, more than {Percent} %: nothing that was ready is repaired, nothing is replaced.")]
        public static partial void GuardTripped(ILogger logger, string reason, int unhealthy, int nodes, int percent);

        [LoggerMessage(LogLevel.Warning, "SSM did not take the verify command: this sweep has no answers for the next.")]
        public static partial void NotVerified(ILogger logger);
    }
}
