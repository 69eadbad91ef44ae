using System.Diagnostics;
using System.Globalization;

namespace Jarpoint.Benchmarks.Nodes;

/// <summary>
/// A sweep of 5,000 healthy nodes in a process of its own, so that its memory is its own; the nodes themselves, in
/// memory here, are part of it.
/// </summary>
internal static class SweepChild
{
    public const string Verb = "sweep-child";

    private const int Fleet = 5000;

    public static async Task<int> RunAsync()
    {
        var fleet = await HealthyFleet.StartAsync(Fleet);
        var (calls, cpu) = (fleet.Calls, Cpu());
        var report = await fleet.SweepAsync();
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Ready} {fleet.Calls - calls} {(Cpu() - cpu).TotalSeconds:F3} {self.PeakWorkingSet64 / (double)(1 << 20):F0}"));
        return report.Ready == Fleet ? 0 : 1;
    }

    public static async Task<IReadOnlyList<BenchmarkRow>> MeasureAsync()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Jarpoint.Benchmarks"), Verb)
        {
            RedirectStandardOutput = true,
        };
        using var child = Process.Start(start) ?? throw new InvalidOperationException("The sweep did not start.");
        var text = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        if (child.ExitCode != 0 || text.Split(' ', StringSplitOptions.TrimEntries) is not [_, var calls, var cpu, var peak])
        {
            throw new InvalidOperationException($"The sweep ended with {child.ExitCode}: {text}");
        }

        static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);
        return
        [
            NodeSection.Limited("sweep of 5,000 healthy nodes: API calls", Number(calls), 15),
            NodeSection.Limited("sweep of 5,000 healthy nodes: CPU", Number(cpu), 2, "s"),
            NodeSection.Limited("sweep of 5,000 healthy nodes: peak of the process", Number(peak), 128, "MiB"),
        ];
    }

    private static TimeSpan Cpu()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }
}
