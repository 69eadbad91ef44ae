using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Nodes.Launching;

/// <summary>Sends the mount command to instances that were launched, once their agent is there.</summary>
public sealed partial class NodeMounter(
    IInstanceDirectory instances,
    ICommandRunner commands,
    NodePolicy policy,
    TimeProvider clock,
    ILogger<NodeMounter> logger)
{
    /// <summary>Commands that wait together when SSM throttles; the next as many wait a look longer.</summary>
    private const int CommandsPerLook = 10;

    /// <summary>An agent later than so many times the grace is one of few: it is looked for half as often.</summary>
    private const int Late = 4;

    /// <summary>
    /// Launches that look only when most agents are there: a look costs a call or two per hundred instances, the late
    /// and the early alike. Fewer look early, where a call tells of few and seconds count.
    /// </summary>
    private const int Burst = 100;

    private readonly MountDispatcher dispatcher = new(commands, policy);
    private readonly LookTimes looks = new(policy.AgentPoll, clock);

    /// <summary>
    /// An outcome for every instance named, save those whose command failed: that is logged, and they have to come again.
    /// </summary>
    public async Task<IReadOnlyDictionary<InstanceId, LaunchOutcome>> MountAsync(
        IReadOnlyCollection<InstanceId> launched, CancellationToken cancellationToken)
    {
        var outcomes = launched.Distinct()
            .ToDictionary(static id => id, static _ => (LaunchOutcome)new LaunchOutcome.NotOurs());
        if (outcomes.Count == 0)
        {
            return outcomes;
        }

        var now = clock.GetUtcNow();
        var due = new List<PoolInstance>();
        var found = await instances.FindAsync(outcomes.Keys, policy.Cluster, cancellationToken);
        var grace = found.Count < Burst ? policy.AgentGrace : policy.AgentGrace * 2;
        foreach (var instance in found)
        {
            if (policy.Plan.MountsOf(instance.Pool).Count == 0)
            {
                Log.Unplanned(logger, instance.Id, instance.Pool);
            }
            else if (now < instance.LaunchedAt + grace)
            {
                outcomes[instance.Id] = new LaunchOutcome.NotYet(looks.Until(instance.LaunchedAt + grace));
            }
            else
            {
                due.Add(instance);
            }
        }

        var sent = await SendAsync(due, cancellationToken);
        foreach (var node in due)
        {
            if (sent.TryGetValue(node.Id, out var outcome))
            {
                outcomes[node.Id] = outcome;
            }
            else
            {
                outcomes.Remove(node.Id);
            }
        }

        return outcomes;
    }

    private async Task<IReadOnlyDictionary<InstanceId, LaunchOutcome>> SendAsync(
        List<PoolInstance> due, CancellationToken cancellationToken)
    {
        if (policy.DryRun)
        {
            Log.WouldMount(logger, due.Count);
            return due.ToDictionary(static node => node.Id, static _ => (LaunchOutcome)new LaunchOutcome.DryRun());
        }

        var sent = await dispatcher.DispatchAsync(
            [.. due.Select(static node => (node.Id, node.Pool))], before: null, cancellationToken);
        var outcomes = new Dictionary<InstanceId, LaunchOutcome>();
        var throttled = 0;
        foreach (var node in due.Where(node => !sent.Failed.Contains(node.Id)))
        {
            outcomes[node.Id] = sent.Outcomes.GetValueOrDefault(node.Id) switch
            {
                SendOutcome.Sent(var command) => new LaunchOutcome.Sent(command),
                SendOutcome.Throttled => new LaunchOutcome.NotYet(
                    looks.Next(skipped: throttled++ / (CommandTarget.MostInstances * CommandsPerLook))),
                _ => NotOnline(node, burst: due.Count >= Burst),
            };
        }

        if (sent.Fault is { } fault)
        {
            Log.Failed(logger, fault, sent.Failed.Count);
        }

        if (throttled > 0)
        {
            Log.Throttled(logger, throttled);
        }

        return outcomes;
    }

    private LaunchOutcome NotOnline(PoolInstance node, bool burst)
    {
        var age = clock.GetUtcNow() - node.LaunchedAt;
        if (age < policy.ReadyDeadline)
        {
            return new LaunchOutcome.NotYet(looks.Next(skipped: burst || age > policy.AgentGrace * Late ? 1 : 0));
        }

        Log.AgentMissing(logger, node.Id, policy.ReadyDeadline);
        return new LaunchOutcome.LeftToSweep();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Instance {Instance} is of node pool {Pool}, which has no mounts in the plan.")]
        public static partial void Unplanned(ILogger logger, InstanceId instance, string pool);

        [LoggerMessage(LogLevel.Information, "Dry run: the mount command would go to {Count} instances once they are online.")]
        public static partial void WouldMount(ILogger logger, int count);

        [LoggerMessage(LogLevel.Error, "The mount command of {Count} instances could not be sent; they come again.")]
        public static partial void Failed(ILogger logger, Exception fault, int count);

        [LoggerMessage(LogLevel.Warning, "SSM throttles: {Count} instances wait for their mount command.")]
        public static partial void Throttled(ILogger logger, int count);

        [LoggerMessage(LogLevel.Warning, "Instance {Instance} has no SSM agent {Deadline} after its launch: left to the sweep.")]
        public static partial void AgentMissing(ILogger logger, InstanceId instance, TimeSpan deadline);
    }
}
