namespace Jarpoint.LocalCloud.Compute;

/// <summary>
/// What is to happen later, in order of time, on one timer: thousands of nodes do not need thousands of timers.
/// Actions run one after the other and must not throw. Safe for concurrent use.
/// </summary>
public sealed class Agenda : IDisposable
{
    private readonly Lock gate = new();
    private readonly Lock running = new();
    private readonly PriorityQueue<Action, (DateTimeOffset Due, long Order)> entries = new();
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private long order;
    private bool disposed;

    public Agenda(TimeProvider time)
    {
        this.time = time;
        timer = time.CreateTimer(
            static agenda => ((Agenda)agenda!).Run(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Runs an action after a delay, never before this method returns to its caller.</summary>
    public void After(TimeSpan delay, Action action)
    {
        lock (gate)
        {
            entries.Enqueue(action, (time.GetUtcNow() + delay, order++));
            SetTimer();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            entries.Clear();
        }

        timer.Dispose();
    }

    private void Run()
    {
        lock (running)
        {
            while (TakeDue() is { } action)
            {
                action();
            }
        }
    }

    private Action? TakeDue()
    {
        lock (gate)
        {
            if (entries.TryPeek(out var action, out var next) && next.Due <= time.GetUtcNow())
            {
                entries.Dequeue();
                return action;
            }

            SetTimer();
            return null;
        }
    }

    // Timers count whole milliseconds and would fire just before the time is due.
    private void SetTimer()
    {
        if (!disposed && entries.TryPeek(out _, out var next))
        {
            var wait = Math.Max(1, Math.Ceiling((next.Due - time.GetUtcNow()).TotalMilliseconds));
            timer.Change(TimeSpan.FromMilliseconds(wait), Timeout.InfiniteTimeSpan);
        }
    }
}
