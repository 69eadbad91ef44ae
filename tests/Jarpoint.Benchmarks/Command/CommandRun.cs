using System.Diagnostics;

namespace Jarpoint.Benchmarks.Command;

/// <summary>One run of a command whose output is a pipe.</summary>
/// <param name="ExitCode">Of the process.</param>
/// <param name="Rows">Lines of its output.</param>
/// <param name="FirstRow">Seconds from the start of the process to the second line, the first below a heading.</param>
/// <param name="Whole">Seconds to its end.</param>
/// <param name="Peak">Peak of its resident memory in MiB, seen while it ran.</param>
internal sealed record CommandRun(int ExitCode, int Rows, double FirstRow, double Whole, double Peak)
{
    private const int LooksEvery = 500;

    public static CommandRun Of(
        string command, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)
            ?? throw new InvalidOperationException($"{command} did not start.");
        var (rows, first, peak) = (0, 0d, 0d);
        while (process.StandardOutput.ReadLine() is not null)
        {
            first = ++rows == 2 ? watch.Elapsed.TotalSeconds : first;
            if (rows % LooksEvery == 2)
            {
                peak = Math.Max(peak, ProcessStatus.Mebibytes(process.Id, "VmHWM") ?? 0);
            }
        }

        process.WaitForExit();
        return new CommandRun(process.ExitCode, rows, first, watch.Elapsed.TotalSeconds, peak);
    }
}
