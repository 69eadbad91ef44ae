using Jarpoint.LocalCloud.Compute;
using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.Systems;

namespace Jarpoint.LocalCloud.Fleet;

/// <summary>One instance's machine and agent, and when it reached what.</summary>
internal sealed class FleetMember(Instance launched, TimeProvider time) : IAsyncDisposable
{
    private readonly CancellationTokenSource ended = new();
    private readonly Lock gate = new();
    private Task<INodeMachine?> machine = Task.FromResult<INodeMachine?>(null);
    private Task agent = Task.CompletedTask;
    private int disposed;
    private FleetPhases phases = new(launched.LaunchedAt);

    public string Id => launched.Id;

    public FleetPhases Phases
    {
        get
        {
            lock (gate)
            {
                return phases;
            }
        }
    }

    /// <summary>Null while there is none, and once it is gone.</summary>
    public INodeMachine? Machine => machine is { IsCompletedSuccessfully: true } && !ended.IsCancellationRequested
        ? machine.Result
        : null;

    /// <summary>Takes note of a moment; only the first of its kind counts.</summary>
    public void Reached(Func<FleetPhases, DateTimeOffset, FleetPhases> phase)
    {
        lock (gate)
        {
            phases = phase(phases, time.GetUtcNow());
        }
    }

    /// <summary>Starts the machine, and its agent some time later.</summary>
    public void Boot(INodeMachines machines, SystemsManager systems, TimeSpan agentDelay, Func<Instance> current)
    {
        machine = StartAsync(machines);
        agent = RegisterAsync(systems, agentDelay, current);
    }

    /// <summary>Ends it; a second time does nothing, and does not wait for the first.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        await ended.CancelAsync();
        await agent;
        if (await machine is { } started)
        {
            await started.DisposeAsync();
        }

        ended.Dispose();
    }

    private async Task<INodeMachine?> StartAsync(INodeMachines machines)
    {
        try
        {
            return await machines.StartAsync(launched.Id, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task RegisterAsync(SystemsManager systems, TimeSpan delay, Func<Instance> current)
    {
        try
        {
            await Task.Delay(delay, time, ended.Token);
            if (await machine is { } started && !ended.IsCancellationRequested)
            {
                systems.Register(launched.Id, current().Tags, started);
                Reached(static (phases, now) => phases with { Agent = now });
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // Terminated before its agent came up.
        }
    }
}
