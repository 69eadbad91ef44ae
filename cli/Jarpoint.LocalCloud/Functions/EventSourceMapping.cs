using System.Collections.Concurrent;
using System.Text.Json;
using Jarpoint.LocalCloud.Queues;

namespace Jarpoint.LocalCloud.Functions;

/// <summary>
/// Feeds a queue's messages to a function in batches, deletes what succeeded and leaves the rest to come back.
/// One batch is gathered at a time, so there are as many processes as batches that had to overlap.
/// </summary>
internal sealed class EventSourceMapping : IAsyncDisposable
{
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);

    private readonly SqsQueue queue;
    private readonly LambdaFunction function;
    private readonly EventSourceMappingDefinition definition;
    private readonly FunctionLog log;
    private readonly string region;
    private readonly BackOff backOff;
    private readonly BatchGatherer gatherer;
    private readonly SemaphoreSlim slots;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Task, byte> running = new();
    private readonly Task polling;
    private MappingStatistics statistics;

    public EventSourceMapping(
        SqsQueue queue,
        LambdaFunction function,
        EventSourceMappingDefinition definition,
        FunctionLog log,
        string region,
        TimeProvider time)
    {
        definition.Verify();
        if (queue.Settings.VisibilityTimeout < function.Definition.Timeout)
        {
            throw new ArgumentException(
                $"Queue visibility timeout: {queue.Settings.VisibilityTimeout.TotalSeconds} seconds of {queue.Name} "
                + $"is less than function timeout: {function.Definition.Timeout.TotalSeconds} seconds");
        }

        (this.queue, this.function, this.definition) = (queue, function, definition);
        (this.log, this.region) = (log, region);
        statistics = new MappingStatistics(queue.Name);
        backOff = new BackOff(time);
        gatherer = new BatchGatherer(queue, definition, time);
        slots = new SemaphoreSlim(definition.MaximumConcurrency);
        polling = PollAsync(stopping.Token);
    }

    public MappingStatistics Statistics => Volatile.Read(ref statistics);

    /// <summary>Takes no further message. Completes when the invocations under way did.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await polling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(running.Keys);
        stopping.Dispose();
        slots.Dispose();
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        // A queue that has messages at once would otherwise hold up who starts the mapping.
        await Task.Yield();
        while (true)
        {
            await slots.WaitAsync(cancellationToken);
            await backOff.WaitAsync(cancellationToken);
            var batch = await gatherer.GatherAsync(LongPoll, cancellationToken);
            var task = ProcessAsync(batch);
            running.TryAdd(task, 0);
            _ = task.ContinueWith(
                done => running.TryRemove(done, out _),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    private async Task ProcessAsync(IReadOnlyList<QueueMessage> batch)
    {
        try
        {
            var verdict = await InvokeAsync(batch);
            var failed = batch.Where(message => verdict.Failed.Contains(message.Id)).ToArray();
            foreach (var message in batch.Except(failed))
            {
                queue.Delete(message.ReceiptHandle);
            }

            if (definition.RetryAfter is { } delay)
            {
                Array.ForEach(failed, message => queue.ReturnEarly(message.ReceiptHandle, delay));
            }

            Count(batch.Count - failed.Length, failed.Length);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Not begun: the batch comes back by itself.
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<BatchVerdict> InvokeAsync(IReadOnlyList<QueueMessage> batch)
    {
        var ids = batch.Select(static message => message.Id).ToHashSet(StringComparer.Ordinal);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            SqsEventBody.Of(batch, queue.Arn, region), SqsEventJson.Default.SqsEventBody);
        var verdict = await function.InvokeAsync(body, stopping.Token) switch
        {
            InvocationOutcome.Succeeded success => BatchVerdict.Read(success.Payload, ids),
            InvocationOutcome.Failed failure => new BatchVerdict(ids, failure.ErrorType),
            _ => throw new InvalidOperationException("unreachable: the outcomes are closed"),
        };
        backOff.Count(failed: verdict.Fault is not null);
        if (verdict.Fault is { } fault)
        {
            log.Write(function.Definition.Name, 0, $"the batch of {batch.Count} goes back to {queue.Name}: {fault}");
        }

        return verdict;
    }

    private void Count(int done, int failed)
    {
        MappingStatistics before;
        do
        {
            before = Statistics;
        }
        while (Interlocked.CompareExchange(
            ref statistics,
            before with { Batches = before.Batches + 1, Done = before.Done + done, Failed = before.Failed + failed },
            before) != before);
    }
}
