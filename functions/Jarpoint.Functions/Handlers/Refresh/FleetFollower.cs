using System.Globalization;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Handlers.Messages;
using Jarpoint.Functions.Metrics;
using Jarpoint.Functions.Options;
using Jarpoint.Nodes;
using Jarpoint.Nodes.Refreshing;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Handlers.Refresh;

/// <summary>
/// Makes changed jars visible on the nodes, once per burst of commits. See
/// <c>docs/decisions/0027-one-refresh-per-burst-is-decided-from-the-log.md</c>.
/// </summary>
internal sealed partial class FleetFollower(
    RefreshMarks marks,
    UnrefreshedLog log,
    FleetRefresher refresher,
    MessageReturns returns,
    CatalogOptions catalog,
    RefreshOptions options,
    NodePolicy policy,
    TimeProvider clock,
    ILogger<FleetFollower> logger) : ICatalogFollower
{
    /// <summary>Longer than a refresh takes to send. Who claimed and died holds the others up for so long.</summary>
    private static readonly TimeSpan ClaimTime = TimeSpan.FromSeconds(30);

    /// <summary>Whoever claimed is most likely done by then.</summary>
    private static readonly TimeSpan ClaimCheck = TimeSpan.FromSeconds(10);

    public async Task<SqsBatchResponse> FollowAsync(
        long published, IReadOnlyList<SqsMessage> messages, MetricSet metrics, CancellationToken cancellationToken)
    {
        if (await RefreshAsync(published, metrics, cancellationToken) is not { } wait)
        {
            return SqsBatchResponse.Done;
        }

        // One message is enough to come again; the one that was received least often is furthest from the dead letters.
        return messages.MinBy(Receipts) is { } message
            ? await returns.GiveBackAsync([new ReturnedMessage(message, wait)], cancellationToken)
            : SqsBatchResponse.Done;
    }

    private static int Receipts(SqsMessage message)
        => int.TryParse(
            message.Attributes?.GetValueOrDefault("ApproximateReceiveCount"), CultureInfo.InvariantCulture, out var count)
            ? count
            : 1;

    /// <returns>When to look again; null when nothing is left to do.</returns>
    private async Task<TimeSpan?> RefreshAsync(long published, MetricSet metrics, CancellationToken cancellationToken)
    {
        metrics.Count(MetricNames.RefreshesSent, 0);
        metrics.Count(MetricNames.RefreshDirectories, 0);
        var mark = await marks.ReadAsync(cancellationToken);
        if (await log.ReadAsync(mark.Revision, published, cancellationToken) is not { } unrefreshed)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (RefreshDebounce.Wait(unrefreshed, now, options) is { } burst)
        {
            Log.BurstGoesOn(logger, unrefreshed.Revision, burst.TotalSeconds);
            return burst;
        }

        if (policy.DryRun)
        {
            // The mark stays: the nodes were not told, and are once this is no dry run any more.
            Log.DryRun(logger, unrefreshed.Revision, unrefreshed.Keys.Count);
            return null;
        }

        if (mark.ClaimedAt + ClaimTime - now is { } left && left > TimeSpan.Zero)
        {
            Log.Claimed(logger, unrefreshed.Revision);
            return left < ClaimCheck ? left : ClaimCheck;
        }

        if (await marks.ClaimAsync(mark, cancellationToken) is not { } claimed)
        {
            Log.Claimed(logger, unrefreshed.Revision);
            return ClaimCheck;
        }

        return await SendAsync(claimed, unrefreshed, metrics, cancellationToken);
    }

    private async Task<TimeSpan?> SendAsync(
        RefreshMark claimed, UnrefreshedCommits unrefreshed, MetricSet metrics, CancellationToken cancellationToken)
    {
        switch (await refresher.RefreshAsync(catalog.Bucket, unrefreshed.Keys, cancellationToken))
        {
            case RefreshOutcome.Sent sent:
                Log.Sent(logger, unrefreshed.Revision, sent.Directories.Count, unrefreshed.Keys.Count);
                metrics.Count(MetricNames.RefreshesSent, sent.CommandIds.Count);
                metrics.Count(MetricNames.RefreshDirectories, sent.Directories.Count);
                break;

            case RefreshOutcome.NothingMounted:
                Log.NothingMounted(logger, unrefreshed.Revision);
                break;

            // The claim stays, so that nobody else runs into the same wall meanwhile.
            case RefreshOutcome.Throttled:
                Log.Throttled(logger, unrefreshed.Revision);
                return ClaimTime;
        }

        if (!await marks.CompleteAsync(claimed, unrefreshed.Revision, cancellationToken))
        {
            Log.MarkLost(logger, unrefreshed.Revision);
        }

        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information,
            "The nodes are told of the changes up to revision {Revision}: {Directories} directories for {Keys} keys")]
        public static partial void Sent(ILogger logger, long revision, int directories, int keys);

        [LoggerMessage(LogLevel.Debug, "Commits still arrive at revision {Revision}; looked at again in {Seconds} s")]
        public static partial void BurstGoesOn(ILogger logger, long revision, double seconds);

        [LoggerMessage(LogLevel.Information,
            "Dry run: the nodes would be told of the changes up to revision {Revision}: {Keys} keys")]
        public static partial void DryRun(ILogger logger, long revision, int keys);

        [LoggerMessage(LogLevel.Debug, "Somebody else is telling the nodes of revision {Revision}")]
        public static partial void Claimed(ILogger logger, long revision);

        [LoggerMessage(LogLevel.Debug, "No mount shows what changed up to revision {Revision}")]
        public static partial void NothingMounted(ILogger logger, long revision);

        [LoggerMessage(LogLevel.Warning, "SSM throttles the refresh for revision {Revision}; it is sent later")]
        public static partial void Throttled(ILogger logger, long revision);

        [LoggerMessage(LogLevel.Information,
            "Somebody else moved the mark of refreshes past what was read for revision {Revision}; the nodes may be told twice")]
        public static partial void MarkLost(ILogger logger, long revision);
    }
}
