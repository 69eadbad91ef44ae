using System.Diagnostics.CodeAnalysis;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;
using Jarpoint.Functions.Metrics;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Handlers;

/// <summary>Makes one commit of a batch's facts and says which messages must come again.</summary>
internal sealed partial class FactCommitter(CatalogWriter writer, TimeProvider clock, ILogger<FactCommitter> logger)
{
    /// <returns>Ids of the messages to deliver again, each once, in the order of the batch.</returns>
    public async Task<IReadOnlyList<string>> CommitAsync(
        IReadOnlyList<Examination> examined, MetricSet metrics, CancellationToken cancellationToken)
    {
        var found = examined.OfType<Examination.Found>().ToList();
        var committed = found.Count == 0 || await AppendAsync(found, metrics, cancellationToken);
        Count(committed ? found : [], metrics);
        metrics.Count(MetricNames.ChangesIgnored, examined.OfType<Examination.Ignored>().Count());
        return
        [
            .. examined
                .Where(one => one is Examination.Retry || (!committed && one is Examination.Found))
                .Select(one => one.Pending.MessageId)
                .Distinct(),
        ];
    }

    // The edge of the batch: whatever kept the facts from the log, the messages come again and find the same facts.
    [SuppressMessage("Design", "CA1031", Justification = "Every failed commit gives its messages back to the queue.")]
    private async Task<bool> AppendAsync(
        List<Examination.Found> found, MetricSet metrics, CancellationToken cancellationToken)
    {
        try
        {
            var revision = await writer.AppendAsync(found.ConvertAll(one => one.Fact), cancellationToken);
            Log.Committed(logger, revision, found.Count);
            metrics.Number(MetricNames.CommitRevision, revision);
            return true;
        }
        catch (Exception e)
        {
            Log.NotCommitted(logger, e, found.Count);
            return false;
        }
    }

    private void Count(IReadOnlyList<Examination.Found> found, MetricSet metrics)
    {
        metrics.Count(MetricNames.JarsDescribed, found.Count(one => one.Fact.Kind == FactKind.Described));
        metrics.Count(MetricNames.JarsRejected, found.Count(one => one.Fact.Kind == FactKind.Rejected));
        metrics.Count(MetricNames.JarsRemoved, found.Count(one => one.Fact.Kind == FactKind.Removed));
        var now = clock.GetUtcNow();
        foreach (var one in found)
        {
            metrics.Milliseconds(MetricNames.UploadToCatalogued, now - one.Pending.Change.At);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Committed revision {Revision} with {Facts} facts")]
        public static partial void Committed(ILogger logger, long revision, int facts);

        [LoggerMessage(LogLevel.Error, "{Facts} facts could not be committed; their messages are delivered again")]
        public static partial void NotCommitted(ILogger logger, Exception exception, int facts);
    }
}
