using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Jarpoint.LocalCloud.Functions;

/// <summary>A started <c>bootstrap</c>. It does not outlive this object, nor the laptop cloud's own process.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    private const int Sigterm = 15;

    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(1);

    private readonly Process process;
    private readonly TimeProvider time;
    private readonly TaskCompletionSource<string> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FunctionProcess(Process process, TimeProvider time)
    {
        (this.process, this.time) = (process, time);
        process.Exited += (_, _) => exited.TrySetResult(Ending(process.ExitCode));
    }

    public int Id { get; private set; }

    /// <summary>Completes when the process ended, with how, in Lambda's words.</summary>
    public Task<string> Exited => exited.Task;

    /// <exception cref="Win32Exception">There is no such executable.</exception>
    public static FunctionProcess Start(
        BootstrapCommand command,
        IReadOnlyDictionary<string, string> environment,
        Action<int, string> log,
        TimeProvider time)
    {
        var start = new ProcessStartInfo(command.File, command.Arguments)
        {
            WorkingDirectory = command.TaskRoot,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var started = new FunctionProcess(process, time);
        process.OutputDataReceived += (_, line) => Log(line.Data);
        process.ErrorDataReceived += (_, line) => Log(line.Data);
        process.Start();
        started.Id = process.Id;
        AppDomain.CurrentDomain.ProcessExit += started.OnProcessExit;
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return started;

        void Log(string? text)
        {
            if (text is not null)
            {
                log(started.Id, text);
            }
        }
    }

    /// <summary>SIGKILL, to its children too.</summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended in the meantime, which is what was asked for.
        }
    }

    /// <summary>SIGTERM, and SIGKILL to what does not follow.</summary>
    public async Task StopAsync()
    {
        if (!exited.Task.IsCompleted && !OperatingSystem.IsWindows())
        {
            _ = Signal(process.Id, Sigterm);
            await ((Task)exited.Task).WaitAsync(StopGrace, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Kill();
        await exited.Task;
    }

    /// <summary>Stops the process and reads its last lines.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();

        // Somebody else may have inherited the pipe; that must not hold us up.
        await process.WaitForExitAsync().WaitAsync(OutputGrace, time)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        process.Dispose();
    }

    private static string Ending(int exitCode)
        => exitCode > 128 ? $"signal: {exitCode - 128}" : $"exit status {exitCode}";

    private void OnProcessExit(object? sender, EventArgs arguments) => Kill();

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int processId, int signal);
}
