using System.Diagnostics;

namespace Jarpoint.LocalCloud.Machines.Namespaces;

/// <summary>A machine of its own mount, process and host name namespaces, on this computer's kernel and network.</summary>
internal sealed class NamespaceMachine : INodeMachine
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string instanceId;
    private readonly MachineProcess init;
    private readonly MachineOptions options;
    private readonly Dictionary<string, string> environment;
    private readonly TimeProvider time;
    private int scripts;

    private NamespaceMachine(
        string instanceId, MachineProcess init, MachineOptions options, string? mountS3, TimeProvider time)
    {
        (this.instanceId, this.init, this.options, this.time) = (instanceId, init, options, time);
        environment = MachineLayout.EnvironmentOf(instanceId, options, mountS3);
    }

    /// <summary>Pid of process 1 on this computer.</summary>
    internal int ProcessId => init.Id;

    public static async Task<NamespaceMachine> StartAsync(
        string instanceId, MachineOptions options, string? mountS3, TimeProvider time, CancellationToken cancellationToken)
    {
        var init = await MachineProcess.StartAsync(instanceId, options.HomeMib, time, cancellationToken);
        if (mountS3 is null && !OperatingSystem.IsWindows())
        {
            var program = MachineLayout.FromOutside(init.Id, $"{MachineLayout.Programs}/mount-s3");
            await File.WriteAllTextAsync(program, MachineFiles.MountS3, cancellationToken);
            File.SetUnixFileMode(program, Executable);
        }

        return new NamespaceMachine(instanceId, init, options, mountS3, time);
    }

    public async Task<ScriptRun> RunAsync(NodeScript script, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(init.HasEnded, this);
        var path = $"{MachineLayout.Scripts}/{Interlocked.Increment(ref scripts)}";
        var outside = MachineLayout.FromOutside(init.Id, path);
        await File.WriteAllTextAsync(outside, script.Text, cancellationToken);
        await using var output = new ScriptOutput(outside + ".out");
        await using var error = new ScriptOutput(outside + ".err");
        using var process = Process.Start(StartInfo(path, script))!;
        var exitCode = await EndAsync(process, script.Timeout, cancellationToken);
        if (!init.HasEnded)
        {
            DeleteFiles(outside);
        }

        return new ScriptRun(init.HasEnded ? null : exitCode, await output.ReadAsync(), await error.ReadAsync());
    }

    public Task BreakAsync(Breakage how, CancellationToken cancellationToken)
        => new MachineBreaker(this, instanceId, options).BreakAsync(how, cancellationToken);

    public IReadOnlyList<MachineMount> Mounts()
    {
        string mountInfo;
        try
        {
            mountInfo = File.ReadAllText($"/proc/{init.Id}/mountinfo");
        }
        catch (IOException)
        {
            // The machine is gone.
            return [];
        }

        var daemons = MountDaemons.Of(init.Id);
        return
        [
            .. MountTable.Mountpoints(mountInfo).Select(mountpoint => new MachineMount(
                mountpoint,
                daemons.FirstOrDefault(daemon => daemon.Arguments.Contains(mountpoint))?.Id,
                Mounted: true)),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        options.Faults?.Relieve(instanceId);
        await init.DisposeAsync();
    }

    private ProcessStartInfo StartInfo(string path, NodeScript script)
    {
        // setsid makes this pid a process group's, so that a time-out ends the script and what it waits for; what the
        // script detached has a group of its own.
        var start = new ProcessStartInfo(
            "setsid",
            [
                "nsenter", "--target", $"{init.Id}", "--mount", "--pid", "--uts", "--",
                "bash", "-c", "exec bash \"$1\" <\"/dev/null\" >>\"$1.out\" 2>>\"$1.err\"", "agent", path,
            ]);
        start.Environment.Clear();
        foreach (var (name, value) in environment.Concat(script.Environment))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Exit code; null when it was killed for its time-out.</summary>
    private async Task<int?> EndAsync(Process process, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            Signals.Send(-process.Id, Signals.Kill);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    private static void DeleteFiles(string outside)
    {
        foreach (var suffix in (string[])["", ".out", ".err"])
        {
            File.Delete(outside + suffix);
        }
    }
}
