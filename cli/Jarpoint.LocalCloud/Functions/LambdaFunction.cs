using System.Collections.Concurrent;
using System.ComponentModel;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.LocalCloud.Functions;

/// <summary>
/// A function: as many processes as there are invocations at once, warm ones first. How many that may be is the
/// caller's to bound.
/// </summary>
internal sealed class LambdaFunction : IAsyncDisposable
{
    private readonly LocalAccount account;
    private readonly FunctionLog log;
    private readonly ProcessFaults faults;
    private readonly TimeProvider time;
    private readonly FunctionCounters counters;
    private readonly WarmSandboxes warm;
    private readonly ConcurrentDictionary<FunctionSandbox, byte> live = new();
    private readonly CancellationTokenSource closing = new();
    private long typicalTicks = TimeSpan.FromMilliseconds(100).Ticks;

    public LambdaFunction(
        FunctionDefinition definition, LocalAccount account, FunctionLog log, ChaosOptions chaos, TimeProvider time)
    {
        (Definition, this.account, this.log, this.time) = (definition, account, log, time);
        faults = new ProcessFaults(chaos);
        counters = new FunctionCounters(definition.Name);
        warm = new WarmSandboxes(definition.IdleStop, StopAsync, time);
    }

    public FunctionDefinition Definition { get; }

    public FunctionStatistics Statistics => counters.Snapshot;

    public async Task<InvocationOutcome> InvokeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        counters.Begin();
        InvocationOutcome outcome = new InvocationOutcome.Failed(FunctionFaults.Exit, "the invocation did not begin");
        try
        {
            var sandbox = await TakeAsync(cancellationToken);
            outcome = await RunAsync(sandbox, new Invocation(payload, Definition.Timeout));
        }
        catch (Win32Exception error)
        {
            outcome = new InvocationOutcome.Failed("Runtime.InvalidEntrypoint", error.Message);
        }
        finally
        {
            counters.End(outcome);
        }

        if (outcome is InvocationOutcome.Failed failed)
        {
            log.Write(Definition.Name, 0, $"{failed.ErrorType}: {failed.ErrorMessage}");
        }

        return outcome;
    }

    /// <summary>Stops every process; an invocation under way has a moment to end.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        warm.Close();
        await Task.WhenAll(live.Keys.Select(StopAsync));
        closing.Dispose();
    }

    private async Task<InvocationOutcome> RunAsync(FunctionSandbox sandbox, Invocation invocation)
    {
        var kill = faults.NextKill(TimeSpan.FromTicks(Interlocked.Read(ref typicalTicks)));
        if (kill is not null)
        {
            counters.Killing();
        }

        var began = time.GetTimestamp();
        var outcome = await sandbox.InvokeAsync(invocation, kill);
        if (outcome is InvocationOutcome.Succeeded)
        {
            Interlocked.Exchange(ref typicalTicks, time.GetElapsedTime(began).Ticks);
        }

        if (!sandbox.IsUsable || !warm.TryPark(sandbox))
        {
            await StopAsync(sandbox);
        }

        return outcome;
    }

    private async Task<FunctionSandbox> TakeAsync(CancellationToken cancellationToken)
    {
        while (warm.Take() is { } sandbox)
        {
            if (sandbox.IsUsable)
            {
                return sandbox;
            }

            await StopAsync(sandbox);
        }

        var started = await FunctionSandbox.StartAsync(Definition, account, log, time, cancellationToken);
        live.TryAdd(started, 0);
        counters.ProcessStarted();
        if (closing.IsCancellationRequested)
        {
            await StopAsync(started);
        }

        return started;
    }

    private async Task StopAsync(FunctionSandbox sandbox)
    {
        await sandbox.DisposeAsync();
        if (live.TryRemove(sandbox, out _))
        {
            counters.ProcessStopped();
        }
    }
}
