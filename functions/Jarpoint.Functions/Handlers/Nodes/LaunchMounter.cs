using System.Diagnostics.CodeAnalysis;
using Jarpoint.Functions.Events.Ec2;
using Jarpoint.Functions.Events.EventBridge;
using Jarpoint.Functions.Handlers.Messages;
using Jarpoint.Functions.Metrics;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Launching;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Handlers.Nodes;

/// <summary>Mounts what was launched and says which messages must come again, and when.</summary>
internal sealed partial class LaunchMounter(NodeMounter mounter, ILogger<LaunchMounter> logger)
{
    private static readonly Dictionary<InstanceId, LaunchOutcome> Nothing = [];

    /// <param name="changes">Any state changes; only instances that run now matter, each once.</param>
    /// <param name="metrics">Gets the counts.</param>
    /// <param name="inTime">Ends the work; what is not known to be done then comes again.</param>
    public async Task<IReadOnlyList<ReturnedMessage>> MountAsync(
        IReadOnlyList<PendingEvent<BridgedEvent.Instance>> changes, MetricSet metrics, CancellationToken inTime)
    {
        var launches = Launches(changes);
        var outcomes = launches.Count == 0 ? Nothing : await TryMountAsync([.. launches.Keys], inTime);
        var returned = new List<ReturnedMessage>();
        foreach (var (instance, launch) in launches)
        {
            var outcome = outcomes.GetValueOrDefault(instance);
            Say(instance, outcome);
            if (outcome is null or LaunchOutcome.NotYet)
            {
                returned.Add(new ReturnedMessage(launch.Message, (outcome as LaunchOutcome.NotYet)?.RetryIn));
            }
        }

        metrics.Count(MetricNames.MountCommandsSent, outcomes.Values.Count(one => one is LaunchOutcome.Sent));
        metrics.Count(MetricNames.LaunchesPostponed, outcomes.Values.Count(one => one is LaunchOutcome.NotYet));
        metrics.Count(MetricNames.MessagesRetried, returned.Count(one => one.Delay is null));
        return returned;
    }

    /// <summary>The first message of each instance that runs: one is enough to come again for it.</summary>
    private Dictionary<InstanceId, PendingEvent<BridgedEvent.Instance>> Launches(
        IReadOnlyList<PendingEvent<BridgedEvent.Instance>> changes)
    {
        var launches = new Dictionary<InstanceId, PendingEvent<BridgedEvent.Instance>>();
        foreach (var change in changes)
        {
            if (change.Event.State != InstanceStateChange.Running)
            {
                Log.OtherState(logger, change.Event.Id, change.Event.State);
            }
            else if (!launches.TryAdd(change.Event.Id, change))
            {
                Log.Repeated(logger, change.Event.Id, change.Message.MessageId);
            }
        }

        return launches;
    }

    // The edge of the batch: whatever failed, the launches come again, and a second command to a node is harmless.
    [SuppressMessage("Design", "CA1031", Justification = "Every failure gives its messages back to the queue.")]
    private async Task<IReadOnlyDictionary<InstanceId, LaunchOutcome>> TryMountAsync(
        IReadOnlyCollection<InstanceId> launched, CancellationToken inTime)
    {
        try
        {
            return await mounter.MountAsync(launched, inTime);
        }
        catch (OperationCanceledException) when (inTime.IsCancellationRequested)
        {
            Log.OutOfTime(logger, launched.Count);
        }
        catch (Exception e)
        {
            Log.Failed(logger, e, launched.Count);
        }

        return Nothing;
    }

    private void Say(InstanceId instance, LaunchOutcome? outcome)
    {
        switch (outcome)
        {
            case LaunchOutcome.Sent(var command):
                Log.Sent(logger, instance, command);
                break;

            case LaunchOutcome.NotOurs:
                Log.NotOurs(logger, instance);
                break;

            case LaunchOutcome.NotYet(var retryIn):
                Log.NotYet(logger, instance, retryIn.TotalSeconds);
                break;

            case LaunchOutcome.LeftToSweep:
                Log.LeftToSweep(logger, instance);
                break;

            case LaunchOutcome.DryRun:
                Log.DryRun(logger, instance);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Instance}: the mount command {CommandId} went out")]
        public static partial void Sent(ILogger logger, InstanceId instance, string commandId);

        [LoggerMessage(LogLevel.Debug, "{Instance} is no running node of a planned pool of this cluster")]
        public static partial void NotOurs(ILogger logger, InstanceId instance);

        [LoggerMessage(LogLevel.Information, "{Instance} cannot take a command yet; looked at again in {Seconds} s")]
        public static partial void NotYet(ILogger logger, InstanceId instance, double seconds);

        [LoggerMessage(LogLevel.Warning, "{Instance} is late beyond the deadline and left to the sweep")]
        public static partial void LeftToSweep(ILogger logger, InstanceId instance);

        [LoggerMessage(LogLevel.Information, "{Instance} would get the mount command; this is a dry run")]
        public static partial void DryRun(ILogger logger, InstanceId instance);

        [LoggerMessage(LogLevel.Debug, "{Instance} is {State}: nothing to mount")]
        public static partial void OtherState(ILogger logger, InstanceId instance, string state);

        [LoggerMessage(LogLevel.Debug, "{Instance} is in the batch already; message {MessageId} is acknowledged")]
        public static partial void Repeated(ILogger logger, InstanceId instance, string messageId);

        [LoggerMessage(LogLevel.Warning, "No time left for {Count} launches; their messages are delivered again")]
        public static partial void OutOfTime(ILogger logger, int count);

        [LoggerMessage(LogLevel.Error, "{Count} launches could not be handled; their messages are delivered again")]
        public static partial void Failed(ILogger logger, Exception exception, int count);
    }
}
