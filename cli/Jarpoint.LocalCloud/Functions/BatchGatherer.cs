using Jarpoint.LocalCloud.Queues;

namespace Jarpoint.LocalCloud.Functions;

/// <summary>Gathers a batch: until it is full, or the window that its first message opened is over.</summary>
internal sealed class BatchGatherer(SqsQueue queue, EventSourceMappingDefinition definition, TimeProvider time)
{
    /// <summary>Waits for a first message however long it takes.</summary>
    /// <returns>At least one message.</returns>
    public async Task<IReadOnlyList<QueueMessage>> GatherAsync(TimeSpan longPoll, CancellationToken cancellationToken)
    {
        var batch = new List<QueueMessage>();
        while (batch.Count == 0)
        {
            batch.AddRange(await ReceiveAsync(definition.BatchSize, longPoll, cancellationToken));
        }

        // What was received is in flight already; a stop leaves it there, as a lost poller would.
        var closes = time.GetUtcNow() + definition.BatchingWindow;
        while (batch.Count < definition.BatchSize)
        {
            var left = closes - time.GetUtcNow();
            var more = await ReceiveAsync(
                definition.BatchSize - batch.Count, left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken);
            if (more.Count == 0)
            {
                break;
            }

            batch.AddRange(more);
        }

        return batch;
    }

    private Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int most, TimeSpan wait, CancellationToken cancellationToken)
        => queue.ReceiveAsync(
            new ReceiveOptions { Maximum = Math.Min(most, ReceiveOptions.Limit), Wait = wait }, cancellationToken);
}
