namespace Jarpoint.LocalCloud.Functions;

/// <summary>
/// Sandboxes between invocations. The one used last is used next, so that spare ones fall idle and stop.
/// </summary>
internal sealed class WarmSandboxes(TimeSpan idleStop, Func<FunctionSandbox, Task> stop, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Stack<Parked> parked = new();
    private bool closed;

    public FunctionSandbox? Take()
    {
        lock (gate)
        {
            while (parked.TryPop(out var top))
            {
                if (top.TryLeave())
                {
                    return top.Sandbox;
                }
            }

            return null;
        }
    }

    /// <returns>False when no further invocation will come: the caller stops the sandbox.</returns>
    public bool TryPark(FunctionSandbox sandbox)
    {
        lock (gate)
        {
            if (!closed)
            {
                parked.Push(new Parked(sandbox, idleStop, stop, time));
            }

            return !closed;
        }
    }

    /// <summary>Empties the room for good.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            while (parked.TryPop(out var left))
            {
                left.TryLeave();
            }
        }
    }

    private sealed class Parked
    {
        private readonly ITimer timer;
        private int left;

        public Parked(FunctionSandbox sandbox, TimeSpan idleStop, Func<FunctionSandbox, Task> stop, TimeProvider time)
        {
            Sandbox = sandbox;
            timer = time.CreateTimer(_ => _ = StopAsync(stop), null, idleStop, Timeout.InfiniteTimeSpan);
        }

        public FunctionSandbox Sandbox { get; }

        /// <returns>False when the sandbox was stopped for being idle.</returns>
        public bool TryLeave()
        {
            timer?.Dispose();
            return Interlocked.Exchange(ref left, 1) == 0;
        }

        private Task StopAsync(Func<FunctionSandbox, Task> stop) => TryLeave() ? stop(Sandbox) : Task.CompletedTask;
    }
}
