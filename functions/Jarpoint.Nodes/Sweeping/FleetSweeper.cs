using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Recording;
using Jarpoint.Nodes.Throttling;
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
    private readonly HealedNodes healed = new(commands, policy, clock);
    private readonly NodeCare care = new(nodes, commands, policy, clock, logger);

    public async Task<SweepReport> SweepAsync(CancellationToken cancellationToken)
    {
        var answers = await AskAsync(cancellationToken);
        var census = await CountAsync(answers, cancellationToken);
        await LookCloserAsync(census, answers, cancellationToken);
        var unhealthy = census.Count(NodeState.Unhealthy) + census.Count(NodeState.Overdue);
        var tolerated = census.Tolerated(policy.GuardPercent);
        var guarded = unhealthy > tolerated;
        if (guarded)
        {
            Log.GuardTripped(logger, MountReasons.GuardTripped, unhealthy, census.Nodes, policy.GuardPercent);
        }

        // When nobody knows of too many, S3 or SSM is away, and another node would fare no better.
        var may = new Allowance(
            answers.Told, !guarded, answers.Told && unhealthy + census.Count(NodeState.Unknown) <= tolerated);
        var report = (await CareAsync(census, may, answers, cancellationToken)) with
        {
            Nodes = census.Nodes,
            Unplanned = census.Unplanned,
            Starting = census.Count(NodeState.Starting),
            Unhealthy = census.Count(NodeState.Unhealthy),
            Unknown = census.Count(NodeState.Unknown),
            Overdue = census.Count(NodeState.Overdue),
            GuardTripped = guarded,
        };
        // Throttling passes; that we may not ask, or that SSM is down, has to show.
        if (answers.Fault is { } fault and not ThrottledException)
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        return report with { Ready = census.Ready + report.Untainted };
    }

    /// <summary>Whatever becomes of the nodes that need care, the others are verified.</summary>
    private async Task<SweepReport> CareAsync(
        Census census, Allowance may, FleetAnswers answers, CancellationToken cancellationToken)
    {
        var verifying = false;
        SweepReport done;
        try
        {
            done = policy.DryRun
                ? care.Foresee(census, may, answers.Verify?.RequestedAt)
                : await care.TakeAsync(census, may, answers.Verify?.RequestedAt, cancellationToken);
        }
        finally
        {
            verifying = await VerifyAsync(census, cancellationToken);
        }

        // Without a newer verify the next sweep reads these answers again, and counts them.
        return done with { Repaired = verifying ? answers.Failures.Values.Sum(RepairsOf) : 0 };
    }

    private async Task<Census> CountAsync(FleetAnswers answers, CancellationToken cancellationToken)
    {
        var census = new Census();
        var unplanned = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var node in nodes.ListAsync(cancellationToken))
        {
            if (policy.Plan.MountsOf(node.Pool).Count > 0)
            {
                census.Add(judge.Judge(node, FailureOf(node, answers.Failures), clock.GetUtcNow()));
            }
            else if (node.HasTaint(policy.Taint))
            {
                census.Unplanned++;
                unplanned.Add(node.Pool);
            }
        }

        foreach (var pool in unplanned)
        {
            Log.Unplanned(logger, pool, policy.Taint);
        }

        return census;
    }

    /// <summary>Without SSM the sweep still takes taints off and reports: it has Kubernetes.</summary>
    private async Task<FleetAnswers> AskAsync(CancellationToken cancellationToken)
    {
        var none = new Dictionary<InstanceId, CommandInvocation>();
        try
        {
            var verify = (await commands.RecentAsync(policy.CareDocument, clock.GetUtcNow() - Memory, cancellationToken))
                .FirstOrDefault(CareCommand.IsVerify);
            return new FleetAnswers(verify, await FailuresAsync(verify, cancellationToken), null);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotTold(logger, e);
            return new FleetAnswers(null, none, e);
        }
    }

    private async Task LookCloserAsync(Census census, FleetAnswers answers, CancellationToken cancellationToken)
    {
        try
        {
            await LookForLostAsync(census, answers.Verify, cancellationToken);
            await healed.FindAsync(census, answers, cancellationToken);
        }
        catch (ThrottledException e)
        {
            Log.NotTold(logger, e);
        }
    }

    /// <summary>Mounts of a node that a verify reported as brought back; SSM may have cut the lines off, not the exit code.</summary>
    private static int RepairsOf(CommandInvocation failure)
    {
        var told = NodeScriptOutput.Read(failure.Output).Count(static line => line.BroughtBack);
        return failure.ExitCode is NodeScriptExit.Repaired ? Math.Max(1, told) : told;
    }

    private static CommandInvocation? FailureOf(
        ClusterNode node, IReadOnlyDictionary<InstanceId, CommandInvocation> failures)
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
        var found = new ConcurrentBag<ClusterNode>();
        await Parallel.ForEachAsync(
            lost,
            new ParallelOptions { MaxDegreeOfParallelism = policy.Concurrency, CancellationToken = cancellationToken },
            async (name, stop) =>
            {
                if (await nodes.GetAsync(name, stop) is { } node)
                {
                    found.Add(node);
                }
            });
        foreach (var node in found.Where(static node => node.Condition is not null))
        {
            // Null when the condition is newer, by a clock that is ahead of ours: the next sweep sees.
            var now = clock.GetUtcNow();
            if (new Observation(MountVerdict.AgentUnreachable, now).Over(node.Condition, now) is { } next)
            {
                census.Reclassify(new Sighting(node, NodeState.Unknown, MountVerdict.AgentUnreachable, next));
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

        [LoggerMessage(
            LogLevel.Warning,
            "Nodes of pool {Pool} have the startup taint {Taint}, but the mount plan mounts nothing there: it stays on. Plan mounts for the pool, or take the taint from it.")]
        public static partial void Unplanned(ILogger logger, string pool, string taint);

        [LoggerMessage(LogLevel.Warning, "SSM does not tell how the nodes are: this sweep goes by what Kubernetes knows.")]
        public static partial void NotTold(ILogger logger, Exception fault);

        [LoggerMessage(LogLevel.Warning, "SSM did not take the verify command: this sweep has no answers for the next.")]
        public static partial void NotVerified(ILogger logger);
    }
}
