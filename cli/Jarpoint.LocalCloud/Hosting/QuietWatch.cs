using System.Threading.Channels;
using Jarpoint.LocalCloud.Queues;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>
/// Knows when all work is done: a message is in its queue from the moment its cause happened until its function is
/// through with it, so all queues empty at once means quiet.
/// </summary>
internal sealed class QuietWatch(IReadOnlyList<SqsQueue> queues, TimeProvider time)
{
    /// <exception cref="TimeoutException">Work was left when the time was over; the message says where.</exception>
    public async Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var changed = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Signal(object? sender, EventArgs arguments) => changed.Writer.TryWrite(true);
        foreach (var queue in queues)
        {
            queue.Changed += Signal;
        }

        using var over = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            while (!IsQuiet())
            {
                await changed.Reader.ReadAsync(either.Token);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            throw new TimeoutException($"Not quiet after {limit}: {Left()}");
        }
        finally
        {
            foreach (var queue in queues)
            {
                queue.Changed -= Signal;
            }
        }
    }

    // Queues are read one after the other; equal totals of what was ever sent prove that nothing moved in between.
    private bool IsQuiet()
    {
        var before = Sent();
        return queues.All(static queue => queue.Counts.Total == 0) && Sent() == before;
    }

    private long Sent() => queues.Sum(static queue => queue.Sent);

    private string Left() => string.Join(", ", queues.Select(static queue => $"{queue.Name} {queue.Counts}"));
}
