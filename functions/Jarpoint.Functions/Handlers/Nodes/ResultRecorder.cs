using System.Diagnostics.CodeAnalysis;
using Jarpoint.Functions.Events.EventBridge;
using Jarpoint.Functions.Handlers.Messages;
using Jarpoint.Functions.Metrics;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Recording;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Handlers.Nodes;

/// <summary>Records results and says which messages must come again, and when.</summary>
internal sealed partial class ResultRecorder(MountRecorder recorder, ILogger<ResultRecorder> logger)
{
    private static readonly RecordingReport Nothing = new([], []);

    /// <param name="changes">Any status changes; commands under way are nobody's concern.</param>
    /// <param name="metrics">Gets the counts.</param>
    /// <param name="inTime">Ends the work; what is not known to be done then comes again.</param>
    public async Task<IReadOnlyList<ReturnedMessage>> RecordAsync(
        IReadOnlyList<PendingEvent<BridgedEvent.Invocation>> changes, MetricSet metrics, CancellationToken inTime)
    {
        var over = changes.Where(IsOver).ToList();
        var report = over.Count == 0
            ? Nothing
            : await TryRecordAsync(over.ConvertAll(one => one.Event.Report), inTime);
        var returned = new List<ReturnedMessage>();
        foreach (var (index, one) in over.Index())
        {
            var outcome = index < report.Outcomes.Count ? report.Outcomes[index] : null;
            Say(one.Event.Report, outcome);
            if (outcome is null or RecordOutcome.NotYet)
            {
                returned.Add(new ReturnedMessage(one.Message, (outcome as RecordOutcome.NotYet)?.RetryIn));
            }
        }

        Count(report, metrics);
        metrics.Count(MetricNames.MessagesRetried, returned.Count(one => one.Delay is null));
        return returned;
    }

    private static void Count(RecordingReport report, MetricSet metrics)
    {
        metrics.Count(
            MetricNames.NodesUntainted,
            report.Outcomes.Count(one => one is RecordOutcome.Recorded { BecameReady: true }));
        foreach (var span in report.LaunchToReady)
        {
            metrics.Milliseconds(MetricNames.LaunchToReady, span);
        }
    }

    private bool IsOver(PendingEvent<BridgedEvent.Invocation> change)
    {
        var report = change.Event.Report;
        if (report.Status != InvocationStatus.Underway)
        {
            return true;
        }

        Log.Underway(logger, report.CommandId, report.Instance.ToString());
        return false;
    }

    // The edge of the batch: whatever failed, the results come again, and recording one twice is harmless.
    [SuppressMessage("Design", "CA1031", Justification = "Every failure gives its messages back to the queue.")]
    private async Task<RecordingReport> TryRecordAsync(
        List<InvocationReport> reports, CancellationToken inTime)
    {
        try
        {
            return await recorder.RecordAsync(reports, inTime);
        }
        catch (OperationCanceledException) when (inTime.IsCancellationRequested)
        {
            Log.OutOfTime(logger, reports.Count);
        }
        catch (Exception e)
        {
            Log.Failed(logger, e, reports.Count);
        }

        return Nothing;
    }

    private void Say(InvocationReport report, RecordOutcome? outcome)
    {
        var instance = report.Instance.ToString();
        switch (outcome)
        {
            case RecordOutcome.Recorded(var reason, var becameReady):
                Log.Recorded(logger, instance, reason, becameReady, report.CommandId);
                break;

            case RecordOutcome.Ignored(var why):
                Log.Ignored(logger, instance, report.CommandId, why);
                break;

            case RecordOutcome.NotYet(var retryIn):
                Log.NotYet(logger, instance, report.CommandId, retryIn.TotalSeconds);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Instance}: {Reason}, became ready: {BecameReady} (command {CommandId})")]
        public static partial void Recorded(
            ILogger logger, string instance, string reason, bool becameReady, string commandId);

        [LoggerMessage(LogLevel.Debug, "{Instance}: command {CommandId} changes nothing: {Why}")]
        public static partial void Ignored(ILogger logger, string instance, string commandId, string why);

        [LoggerMessage(LogLevel.Information,
            "{Instance}: the result of command {CommandId} cannot be recorded yet; looked at again in {Seconds} s")]
        public static partial void NotYet(ILogger logger, string instance, string commandId, double seconds);

        [LoggerMessage(LogLevel.Debug, "Command {CommandId} is under way on {Instance}")]
        public static partial void Underway(ILogger logger, string commandId, string instance);

        [LoggerMessage(LogLevel.Warning, "No time left for {Count} results; their messages are delivered again")]
        public static partial void OutOfTime(ILogger logger, int count);

        [LoggerMessage(LogLevel.Error, "{Count} results could not be recorded; their messages are delivered again")]
        public static partial void Failed(ILogger logger, Exception exception, int count);
    }
}
