using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.EventBridge;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Handlers.Messages;
using Jarpoint.Functions.Metrics;
using Jarpoint.Functions.Runtime;

namespace Jarpoint.Functions.Handlers.Nodes;

/// <summary>Records on the nodes how the commands went that a batch tells of.</summary>
internal sealed class RecordMounts(
    BridgedIntake intake,
    ResultRecorder recorder,
    MessageReturns returns,
    StrangerLog strangers,
    MetricEmitter emitter) : IFunction
{
    /// <summary>Kept back to delay the messages of nodes that are not registered yet.</summary>
    private static readonly TimeSpan DelayMargin = TimeSpan.FromSeconds(5);

    public async Task<SqsBatchResponse> HandleAsync(
        Trigger trigger, InvocationDeadline deadline, CancellationToken cancellationToken)
    {
        if (trigger is not Trigger.Batch(var batch))
        {
            strangers.Acknowledge(trigger);
            return SqsBatchResponse.Done;
        }

        var metrics = new MetricSet();
        using var time = deadline.Until(DelayMargin, 0.3);
        using var recording = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        var results = intake.Read<BridgedEvent.Invocation>(batch, metrics);
        var returned = await recorder.RecordAsync(results, metrics, recording.Token);
        emitter.Emit(metrics);
        return await returns.GiveBackAsync(returned, cancellationToken);
    }
}
