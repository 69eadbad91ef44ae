namespace Jarpoint.LocalCloud.Functions;

/// <summary>Counts what one function does. Safe for concurrent use.</summary>
internal sealed class FunctionCounters(string name)
{
    private readonly Lock gate = new();
    private FunctionStatistics now = new() { Name = name };

    public FunctionStatistics Snapshot
    {
        get
        {
            lock (gate)
            {
                return now;
            }
        }
    }

    public void ProcessStarted()
        => Change(static now => now with { ColdStarts = now.ColdStarts + 1, Processes = now.Processes + 1 });

    public void ProcessStopped() => Change(static now => now with { Processes = now.Processes - 1 });

    public void Killing() => Change(static now => now with { Kills = now.Kills + 1 });

    public void Begin() => Change(static now => now with
    {
        Invocations = now.Invocations + 1,
        Running = now.Running + 1,
        Peak = Math.Max(now.Peak, now.Running + 1),
    });

    public void End(InvocationOutcome outcome)
    {
        var failed = outcome as InvocationOutcome.Failed;
        Change(now => now with
        {
            Running = now.Running - 1,
            Errors = now.Errors + (failed is null ? 0 : 1),
            Timeouts = now.Timeouts + (failed?.ErrorType == FunctionFaults.TimedOut ? 1 : 0),
        });
    }

    private void Change(Func<FunctionStatistics, FunctionStatistics> change)
    {
        lock (gate)
        {
            now = change(now);
        }
    }
}
