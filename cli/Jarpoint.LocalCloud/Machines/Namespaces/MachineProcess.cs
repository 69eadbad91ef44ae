using System.Diagnostics;
using System.Globalization;

namespace Jarpoint.LocalCloud.Machines.Namespaces;

/// <summary>
/// Process 1 of a machine. It ends when its standard input does, so a laptop cloud that is killed leaves nothing behind;
/// and with it the kernel ends every process and mount of the machine.
/// </summary>
internal sealed class MachineProcess : IAsyncDisposable
{
    private static readonly TimeSpan EndGrace = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly TimeProvider time;
    private int ended;

    private MachineProcess(Process process, int id, TimeProvider time)
        => (this.process, Id, this.time) = (process, id, time);

    /// <summary>Pid on this computer.</summary>
    public int Id { get; }

    /// <summary>The machine is gone, or going.</summary>
    public bool HasEnded => Volatile.Read(ref ended) != 0 || process.HasExited;

    /// <exception cref="InvalidOperationException">The kernel refused; its message is in the exception's.</exception>
    public static async Task<MachineProcess> StartAsync(
        string hostName, int homeMib, TimeProvider time, CancellationToken cancellationToken)
    {
        var process = Process.Start(StartInfo(hostName, homeMib))!;
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
        if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return new MachineProcess(process, id, time);
        }

        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        process.Dispose();
        throw new InvalidOperationException($"No machine could be made: {error.Trim()}");
    }

    /// <summary>The command line; whoever starts it holds the machine by its standard input.</summary>
    internal static ProcessStartInfo StartInfo(string hostName, int homeMib)
    {
        var start = new ProcessStartInfo(
            "unshare",
            [
                "--mount", "--propagation", "private", "--pid", "--uts", "--fork", "--kill-child",
                "bash", "-c", MachineFiles.Init, "machine",
                hostName, MachineLayout.Home, homeMib.ToString(CultureInfo.InvariantCulture),
            ])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = MachineLayout.SystemPath;
        return start;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref ended, 1) != 0)
        {
            return;
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(EndGrace, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
        {
            Signals.Send(Id, Signals.Kill);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }
}
