using Jarpoint.Catalog.Publishing;
using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Metrics;
using Jarpoint.Functions.Runtime;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Handlers;

/// <summary>
/// Publishes the newest revision once, however many messages say that there is one. A failure fails the invocation:
/// the queue or the schedule comes again.
/// </summary>
internal sealed partial class PublishCatalog(
    CatalogPublisher publisher, StrangerLog strangers, MetricEmitter emitter, ILogger<PublishCatalog> logger) : IFunction
{
    public async Task<SqsBatchResponse> HandleAsync(
        Trigger trigger, InvocationDeadline deadline, CancellationToken cancellationToken)
    {
        if (trigger is Trigger.Batch or Trigger.Scheduled)
        {
            Report(await publisher.PublishAsync(cancellationToken));
        }
        else
        {
            strangers.Acknowledge(trigger);
        }

        return SqsBatchResponse.Done;
    }

    private void Report(PublishOutcome outcome)
    {
        var metrics = new MetricSet();
        switch (outcome)
        {
            case PublishOutcome.Published published:
                Log.Published(logger, published.Revision, published.Entries, published.Commits);
                metrics.Number(MetricNames.PublishedRevision, published.Revision);
                break;

            case PublishOutcome.NothingNew unchanged:
                Log.NothingNew(logger, unchanged.Revision);
                metrics.Number(MetricNames.PublishedRevision, unchanged.Revision);
                break;
        }

        emitter.Emit(metrics);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information,
            "Published revision {Revision}: {Entries} objects, {Commits} commits since the last snapshot")]
        public static partial void Published(ILogger logger, long revision, int entries, long commits);

        [LoggerMessage(LogLevel.Information, "Nothing new since revision {Revision}")]
        public static partial void NothingNew(ILogger logger, long revision);
    }
}
