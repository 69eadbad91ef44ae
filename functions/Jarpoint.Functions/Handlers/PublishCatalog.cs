using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;
using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Handlers.Refresh;
using Jarpoint.Functions.Metrics;
using Jarpoint.Functions.Runtime;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Handlers;

/// <summary>
/// Publishes the newest revision once, however many messages say that there is one, and tells the nodes of changed jars. A
/// failure fails the invocation: the queue or the schedule comes again.
/// </summary>
internal sealed partial class PublishCatalog(
    CatalogPublisher publisher,
    ICatalogFollower follower,
    SnapshotRetention retention,
    CatalogReader reader,
    IEnumerable<IPublication> publications,
    StrangerLog strangers,
    MetricEmitter emitter,
    ILogger<PublishCatalog> logger) : IFunction
{
    /// <summary>What a publication may take to come to a point where the next run can go on.</summary>
    private static readonly TimeSpan WindUpMargin = TimeSpan.FromSeconds(15);

    public async Task<SqsBatchResponse> HandleAsync(
        Trigger trigger, InvocationDeadline deadline, CancellationToken cancellationToken)
    {
        if (trigger is not (Trigger.Batch or Trigger.Scheduled))
        {
            strangers.Acknowledge(trigger);
            return SqsBatchResponse.Done;
        }

        var metrics = new MetricSet();
        try
        {
            var outcome = await publisher.PublishAsync(cancellationToken);
            var messages = (trigger as Trigger.Batch)?.Event.Records ?? [];
            var answer = await follower.FollowAsync(Report(outcome, metrics), messages, metrics, cancellationToken);
            if (outcome is PublishOutcome.Published(var view, _))
            {
                await CleanUpAsync(view.Revision, cancellationToken);
            }

            await FollowAsync(outcome, deadline, cancellationToken);
            return answer;
        }
        finally
        {
            emitter.Emit(metrics);
        }
    }

    // All at once: one that fails fails the invocation, but keeps none of the others from coming to its end.
    private async Task FollowAsync(
        PublishOutcome outcome, InvocationDeadline deadline, CancellationToken cancellationToken)
    {
        var catalog = outcome switch
        {
            PublishOutcome.Published(var view, _) => new PublishedCatalog(view),
            PublishOutcome.NothingNew(var revision) => new PublishedCatalog(revision, reader, cancellationToken),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };
        using var windUp = deadline.Until(WindUpMargin, 0.25);
        await Task.WhenAll(publications.Select(async publication =>
        {
            if (!await publication.FollowAsync(catalog, windUp.Token, cancellationToken))
            {
                Log.Unfinished(logger, publication.Name, catalog.Revision);
            }
        }));
    }

    // Snapshots that stay too long only cost; nobody is to miss a publication for a permission to delete.
    private async Task CleanUpAsync(long revision, CancellationToken cancellationToken)
    {
        try
        {
            var deleted = await retention.ApplyAsync(revision, cancellationToken);
            Log.CleanedUp(logger, deleted, revision);
        }
        catch (ObjectAccessDeniedException e)
        {
            Log.MayNotDelete(logger, e);
        }
    }

    private long Report(PublishOutcome outcome, MetricSet metrics)
    {
        switch (outcome)
        {
            case PublishOutcome.Published published:
                var view = published.View;
                Log.Published(logger, view.Revision, view.Entries.Count, published.Commits);
                metrics.Number(MetricNames.PublishedRevision, view.Revision);
                return view.Revision;

            case PublishOutcome.NothingNew unchanged:
                Log.NothingNew(logger, unchanged.Revision);
                metrics.Number(MetricNames.PublishedRevision, unchanged.Revision);
                return unchanged.Revision;

            default:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information,
            "Published revision {Revision}: {Entries} objects, {Commits} commits since the last snapshot")]
        public static partial void Published(ILogger logger, long revision, int entries, long commits);

        [LoggerMessage(LogLevel.Debug, "Deleted {Snapshots} superseded snapshots before revision {Revision}")]
        public static partial void CleanedUp(ILogger logger, int snapshots, long revision);

        [LoggerMessage(LogLevel.Warning, "Superseded snapshots stay: they may not be deleted")]
        public static partial void MayNotDelete(ILogger logger, Exception fault);

        [LoggerMessage(LogLevel.Information, "The {Publication} is not yet at revision {Revision}; the next run goes on")]
        public static partial void Unfinished(ILogger logger, string publication, long revision);

        [LoggerMessage(LogLevel.Information, "Nothing new since revision {Revision}")]
        public static partial void NothingNew(ILogger logger, long revision);
    }
}
