using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.EventBridge;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Handlers.Messages;
using Jarpoint.Functions.Metrics;
using Jarpoint.Functions.Runtime;
using Jarpoint.Nodes.Sweeping;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Handlers.Nodes;

/// <summary>
/// Sweeps the fleet once, however many messages say that it is time. A failure fails the invocation, so that it shows
/// among the function's errors, and the queue or the schedule comes again. Overlapping sweeps are harmless.
/// </summary>
internal sealed partial class SweepNodes(
    BridgedIntake intake,
    FleetSweeper sweeper,
    StrangerLog strangers,
    MetricEmitter emitter,
    ILogger<SweepNodes> logger) : IFunction
{
    public async Task<SqsBatchResponse> HandleAsync(
        Trigger trigger, InvocationDeadline deadline, CancellationToken cancellationToken)
    {
        if (trigger is not (Trigger.Batch or Trigger.Scheduled))
        {
            strangers.Acknowledge(trigger);
            return SqsBatchResponse.Done;
        }

        var metrics = new MetricSet();
        if (trigger is not Trigger.Batch(var batch) || intake.Read<BridgedEvent.Scheduled>(batch, metrics).Count > 0)
        {
            Report(await sweeper.SweepAsync(cancellationToken), metrics);
        }

        emitter.Emit(metrics);
        return SqsBatchResponse.Done;
    }

    private void Report(SweepReport report, MetricSet metrics)
    {
        metrics.Count(MetricNames.NodesReady, report.Ready);
        metrics.Count(MetricNames.NodesStarting, report.Starting);
        metrics.Count(MetricNames.NodesUnhealthy, report.Unhealthy);
        metrics.Count(MetricNames.NodesUnknown, report.Unknown);
        metrics.Count(MetricNames.NodesOverdue, report.Overdue);
        metrics.Count(MetricNames.MountCommandsSent, report.Commanded);
        metrics.Count(MetricNames.NodesUntainted, report.Untainted);
        metrics.Count(MetricNames.NodesReplaced, report.Replaced);
        metrics.Count(MetricNames.MountsRepaired, report.Repaired);
        metrics.Count(MetricNames.GuardTripped, report.GuardTripped ? 1 : 0);
        Log.Swept(logger, report.Nodes, report.Ready, report.Unhealthy, report.Overdue, report.Commanded);
        if (report.GuardTripped)
        {
            Log.GuardTripped(logger, report.Unhealthy + report.Overdue, report.Nodes);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information,
            "Swept {Nodes} nodes: {Ready} ready, {Unhealthy} unhealthy, {Overdue} overdue; mount commands to {Commanded}")]
        public static partial void Swept(
            ILogger logger, int nodes, int ready, int unhealthy, int overdue, int commanded);

        [LoggerMessage(LogLevel.Error,
            "{Bad} of {Nodes} nodes are not well, too many to be their own fault: nothing is repaired or replaced")]
        public static partial void GuardTripped(ILogger logger, int bad, int nodes);
    }
}
