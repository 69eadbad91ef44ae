using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Metrics;
using Jarpoint.Functions.Runtime;

namespace Jarpoint.Functions.Handlers;

/// <summary>Looks at every jar a batch tells of and appends what it finds to the catalog's log in one commit.</summary>
internal sealed class CatalogJars(
    ChangeIntake intake,
    ChangeExaminer examiner,
    FactCommitter committer,
    StrangerLog strangers,
    MetricEmitter emitter) : IFunction
{
    /// <summary>Kept back to commit what was found in time.</summary>
    private static readonly TimeSpan CommitMargin = TimeSpan.FromSeconds(5);

    public async Task<SqsBatchResponse> HandleAsync(
        Trigger trigger, InvocationDeadline deadline, CancellationToken cancellationToken)
    {
        if (trigger is not Trigger.Batch(var batch))
        {
            strangers.Acknowledge(trigger);
            return SqsBatchResponse.Done;
        }

        var metrics = new MetricSet();
        using var time = deadline.Until(CommitMargin, 0.3);
        using var examining = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        var changes = intake.Read(batch, metrics);
        var examined = await examiner.ExamineAsync(changes, examining.Token);
        var retried = await committer.CommitAsync(examined, metrics, cancellationToken);
        metrics.Count(MetricNames.MessagesRetried, retried.Count);
        emitter.Emit(metrics);
        return new SqsBatchResponse([.. retried.Select(messageId => new SqsBatchItemFailure(messageId))]);
    }
}
