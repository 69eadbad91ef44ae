namespace Jarpoint.Functions.Tests.Handlers.Manifests;

/// <summary>Who waits is served at once, and it is as much later for everybody: time limits come when waits add up.</summary>
internal sealed class QuickClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Limit> limits = [];
    private DateTimeOffset now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Limit[] due;
        lock (gate)
        {
            if (state is CancellationTokenSource)
            {
                var limit = new Limit(this, now + dueTime, () => callback(state));
                limits.Add(limit);
                return limit;
            }

            now += dueTime;
            due = [.. limits.Where(limit => limit.At <= now)];
        }

        foreach (var limit in due)
        {
            limit.Dispose();
            limit.Fire();
        }

        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    private void Forget(Limit limit)
    {
        lock (gate)
        {
            limits.Remove(limit);
        }
    }

    private sealed class Limit(QuickClock clock, DateTimeOffset at, Action fire) : ITimer
    {
        public DateTimeOffset At => at;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => clock.Forget(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
