using System.Collections.Concurrent;
using Jarpoint.LocalCloud.Machines;

namespace Jarpoint.LocalCloud.Tests.Systems;

/// <summary>A machine whose scripts end as the test says, when it says.</summary>
internal sealed class FakeMachine(Func<NodeScript, CancellationToken, Task<ScriptRun>> run) : INodeMachine
{
    private int running;
    private int most;

    public FakeMachine(int exitCode = 0, string output = "", string error = "")
        : this((_, _) => Task.FromResult(new ScriptRun(exitCode, output, error)))
    {
    }

    public ConcurrentQueue<NodeScript> Scripts { get; } = new();

    public int Running => Volatile.Read(ref running);

    /// <summary>The most scripts that ran at once.</summary>
    public int Most => Volatile.Read(ref most);

    /// <summary>A machine whose scripts end when <paramref name="gate"/> does.</summary>
    public static FakeMachine Held(TaskCompletionSource<ScriptRun> gate)
        => new(async (_, cancellation) => await gate.Task.WaitAsync(cancellation));

    public async Task<ScriptRun> RunAsync(NodeScript script, CancellationToken cancellationToken)
    {
        Scripts.Enqueue(script);
        var now = Interlocked.Increment(ref running);
        for (var seen = most; now > seen && Interlocked.CompareExchange(ref most, now, seen) != seen; seen = most)
        {
        }

        try
        {
            return await run(script, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    public Task BreakAsync(Breakage how, CancellationToken cancellationToken)
        => throw new InvalidOperationException("Nothing is mounted here.");

    public IReadOnlyList<MachineMount> Mounts() => [];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
