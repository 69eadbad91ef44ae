using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Metrics;

namespace Jarpoint.Functions.Handlers.Refresh;

/// <summary>Without a cluster there is nobody to tell.</summary>
internal sealed class NoFollower : ICatalogFollower
{
    public Task<SqsBatchResponse> FollowAsync(
        long published, IReadOnlyList<SqsMessage> messages, MetricSet metrics, CancellationToken cancellationToken)
        => Task.FromResult(SqsBatchResponse.Done);
}
