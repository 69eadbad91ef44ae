using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Metrics;

namespace Jarpoint.Functions.Handlers.Refresh;

/// <summary>Sees to what has to happen when the catalog has changed.</summary>
internal interface ICatalogFollower
{
    /// <param name="published">The newest revision that is published.</param>
    /// <param name="messages">Whose arrival caused this; one of them may be given back. Empty for a schedule.</param>
    /// <param name="metrics">Gets the counts.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The messages to deliver again.</returns>
    Task<SqsBatchResponse> FollowAsync(
        long published, IReadOnlyList<SqsMessage> messages, MetricSet metrics, CancellationToken cancellationToken);
}
