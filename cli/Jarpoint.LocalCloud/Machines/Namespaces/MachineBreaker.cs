using Jarpoint.LocalCloud.S3;

namespace Jarpoint.LocalCloud.Machines.Namespaces;

/// <summary>Breaks a machine from outside, as the kernel, an operator or S3 would.</summary>
internal sealed class MachineBreaker(NamespaceMachine machine, string instanceId, MachineOptions options)
{
    // Smaller than what is used is refused, so a file system of memory is made full without filling memory.
    private const string Shrink = """
        set -euo pipefail
        read -r total free size < <(stat --file-system --format '%b %f %S' -- "$JARPOINT_HOME")
        mount -o "remount,size=$(((total - free) * size + size))" "$JARPOINT_HOME"
        """;

    private const string Restore = "mount -o \"remount,size=$SIZE\" \"$JARPOINT_HOME\"";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    public Task BreakAsync(Breakage how, CancellationToken cancellationToken) => how switch
    {
        Breakage.Kill => Task.FromResult(Signal(Signals.Kill)),
        Breakage.Freeze => FreezeAsync(cancellationToken),
        Breakage.Unmount => UnmountAsync(cancellationToken),
        Breakage.Throttle => ThrottleAsync(),
        Breakage.Full => DoAsync(Shrink, "SIZE", string.Empty, cancellationToken),
        Breakage.Mend => MendAsync(cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, "No such breakage."),
    };

    // A thread that is not run meanwhile stops only when it is: until then it may still answer.
    private async Task FreezeAsync(CancellationToken cancellationToken)
    {
        var daemons = Signal(Signals.Stop);
        for (var waited = TimeSpan.Zero; waited < Patience && !daemons.All(static daemon => daemon.IsStopped); waited += Glance)
        {
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
    }

    private IReadOnlyList<MountDaemon> Signal(int signal)
    {
        var daemons = MountDaemons.Of(machine.ProcessId);
        if (daemons.Count == 0)
        {
            throw new InvalidOperationException($"{instanceId} has no mount daemon.");
        }

        foreach (var daemon in daemons)
        {
            Signals.Send(daemon.Id, signal);
        }

        return daemons;
    }

    private async Task UnmountAsync(CancellationToken cancellationToken)
    {
        var mounts = machine.Mounts();
        if (mounts.Count == 0)
        {
            throw new InvalidOperationException($"{instanceId} has no mount.");
        }

        foreach (var mount in mounts)
        {
            await DoAsync("umount --lazy -- \"$MOUNTPOINT\"", "MOUNTPOINT", mount.Mountpoint, cancellationToken);
        }
    }

    private Task ThrottleAsync()
    {
        var faults = options.Faults
            ?? throw new InvalidOperationException("The machines were made without the faults of their S3.");
        faults.Befall(instanceId, S3Trouble.SlowDown);
        return Task.CompletedTask;
    }

    private async Task MendAsync(CancellationToken cancellationToken)
    {
        options.Faults?.Relieve(instanceId);
        foreach (var daemon in MountDaemons.Of(machine.ProcessId))
        {
            Signals.Send(daemon.Id, Signals.Continue);
        }

        await DoAsync(Restore, "SIZE", $"{options.HomeMib}m", cancellationToken);
    }

    private async Task DoAsync(string text, string name, string value, CancellationToken cancellationToken)
    {
        var run = await machine.RunAsync(
            new NodeScript(text, new Dictionary<string, string> { [name] = value }, Patience), cancellationToken);
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"{instanceId}: {run.Error.Trim()}");
        }
    }
}
