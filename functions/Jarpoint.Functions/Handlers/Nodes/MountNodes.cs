using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.EventBridge;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Handlers.Messages;
using Jarpoint.Functions.Metrics;
using Jarpoint.Functions.Runtime;

namespace Jarpoint.Functions.Handlers.Nodes;

/// <summary>Sends the mount command to the instances whose launch a batch tells of.</summary>
internal sealed class MountNodes(
    BridgedIntake intake,
    LaunchMounter mounter,
    MessageReturns returns,
    StrangerLog strangers,
    MetricEmitter emitter) : IFunction
{
    /// <summary>Kept back to delay the messages of instances that are not ready yet.</summary>
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
        using var mounting = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        var changes = intake.Read<BridgedEvent.Instance>(batch, metrics);
        var returned = await mounter.MountAsync(changes, metrics, mounting.Token);
        emitter.Emit(metrics);
        return await returns.GiveBackAsync(returned, cancellationToken);
    }
}
