using Jarpoint.Benchmarks.Functions;
using Jarpoint.LocalCloud.Fleet;
using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.Benchmarks.Healing;

/// <summary>Twenty real nodes at once in the laptop cloud: from launch to ready, by phase.</summary>
internal static class LaunchSection
{
    private const int Nodes = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync()
    {
        await using var host = await LocalCloudHost.StartAsync(
            new LocalCloudOptions
            {
                Bootstrap = BootstrapCommand.For(Builds.Native() ?? Builds.Jit),
                Port = 0,
                Nodes = new LocalNodeOptions(),
            },
            CancellationToken.None);
        var fleet = host.Nodes!.Fleet;
        fleet.Launch(Nodes, "spark");
        var began = TimeProvider.System.GetTimestamp();
        while (!fleet.Nodes.All(static node => node.Ready) && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        var ready = fleet.Nodes.Where(static node => node.Ready).Select(static node => node.Phases).ToList();
        return
        [
            new($"nodes ready, {(fleet.Simulated is null ? "real" : "simulated")}", $"{ready.Count}", "", $"{Nodes}", ready.Count == Nodes),
            Row("launch to ready", ready, static one => one.Ready - one.Launched),
            Row("- launch to running", ready, static one => one.Running - one.Launched),
            Row("- running to agent", ready, static one => one.Agent - one.Running),
            Row("- agent to command", ready, static one => one.Commanded - one.Agent),
            Row("- command to mounted", ready, static one => one.Mounted - one.Commanded),
            Row("- mounted to ready", ready, static one => one.Ready - one.Mounted),
        ];
    }

    private static BenchmarkRow Row(
        string name, List<FleetPhases> nodes, Func<FleetPhases, TimeSpan?> phase)
    {
        var spans = nodes.Select(phase).OfType<TimeSpan>().Order().ToList();
        return new BenchmarkRow(name, $"p50 {At(spans, 0.5)}, p99 {At(spans, 0.99)}");
    }

    private static string At(List<TimeSpan> sorted, double part)
        => sorted.Count == 0
            ? "-"
            : BenchmarkProgram.Text(sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * part)].TotalSeconds, "s");
}
