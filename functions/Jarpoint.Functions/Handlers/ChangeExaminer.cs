using System.Diagnostics.CodeAnalysis;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Functions.Logging;
using Jarpoint.Functions.Options;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Handlers;

/// <summary>Looks at changes, a bounded number at once. One that fails does not keep the others from being recorded.</summary>
internal sealed partial class ChangeExaminer(
    JarCataloguer cataloguer, CatalogOptions options, ILogger<ChangeExaminer> logger)
{
    /// <param name="changes">What to look at.</param>
    /// <param name="inTime">Ends the work; what is not finished then is left for the next delivery.</param>
    public async Task<IReadOnlyList<Examination>> ExamineAsync(
        IReadOnlyList<PendingChange> changes, CancellationToken inTime)
    {
        var examined = new Examination[changes.Count];
        await Parallel.ForAsync(
            0,
            changes.Count,
            new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency },
            async (index, _) => examined[index] = await ExamineAsync(changes[index], inTime));
        return examined;
    }

    // The edge of a message: its failure, whatever it is, is its own, and the queue decides how often to repeat it.
    [SuppressMessage("Design", "CA1031", Justification = "Every failure gives the message back to the queue.")]
    private async Task<Examination> ExamineAsync(PendingChange pending, CancellationToken inTime)
    {
        var change = pending.Change;
        using var scope = logger.BeginScope(
            new ObjectScope(pending.MessageId, options.Bucket, change.Key, change.VersionId));
        try
        {
            inTime.ThrowIfCancellationRequested();
            var outcome = await cataloguer.ExamineAsync(change, inTime);
            return Record(pending, outcome);
        }
        catch (OperationCanceledException) when (inTime.IsCancellationRequested)
        {
            Log.OutOfTime(logger, change.Key);
            return new Examination.Retry(pending);
        }
        catch (Exception e)
        {
            Log.Failed(logger, e, change.Key);
            return new Examination.Retry(pending);
        }
    }

    private Examination Record(PendingChange pending, ExamineOutcome outcome)
    {
        switch (outcome)
        {
            case ExamineOutcome.Fact(var fact):
                Log.Examined(logger, fact.Kind, fact.Key, fact.Rejection?.Detail);
                return new Examination.Found(pending, fact);

            case ExamineOutcome.Ignored(var reason):
                Log.Ignored(logger, pending.Change.Key, reason);
                return new Examination.Ignored(pending);

            default:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Kind}: {Key} {Detail}")]
        public static partial void Examined(ILogger logger, FactKind kind, string key, string? detail);

        [LoggerMessage(LogLevel.Information, "Nothing to record about {Key}: {Reason}")]
        public static partial void Ignored(ILogger logger, string key, IgnoredReason reason);

        [LoggerMessage(LogLevel.Warning, "No time left for {Key}; its message is delivered again")]
        public static partial void OutOfTime(ILogger logger, string key);

        [LoggerMessage(LogLevel.Error, "{Key} could not be examined; its message is delivered again")]
        public static partial void Failed(ILogger logger, Exception exception, string key);
    }
}
