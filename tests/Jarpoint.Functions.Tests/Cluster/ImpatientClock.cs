using System.Collections.Concurrent;

namespace Jarpoint.Functions.Tests.Cluster;

/// <summary>Waits take no time and are written down; the time-out of an attempt never comes unless a test asks for it.</summary>
internal sealed class ImpatientClock : TimeProvider
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(15);

    private int timeouts;

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    /// <summary>So many attempts time out as they begin.</summary>
    public int TimeoutsToCome { get => timeouts; init => timeouts = value; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == AttemptTimeout)
        {
            var due = Interlocked.Decrement(ref timeouts) >= 0;
            return base.CreateTimer(callback, state, due ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, period);
        }

        Waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
