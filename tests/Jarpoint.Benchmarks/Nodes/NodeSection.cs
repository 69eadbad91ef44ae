using System.Globalization;
using Jarpoint.Nodes.Simulation;
using Jarpoint.Nodes.Throttling;

namespace Jarpoint.Benchmarks.Nodes;

/// <summary>
/// The node logic against ports in memory, in simulated time: what a burst, a sweep and a large fleet cost. Nothing is
/// measured of AWS.
/// </summary>
internal static class NodeSection
{
    private const double Lost = 0.05;

    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync()
        => [.. await BurstAsync(), .. await SweepChild.MeasureAsync(), .. await LargeFleetAsync()];

    private static async Task<IReadOnlyList<BenchmarkRow>> BurstAsync()
    {
        var fleets = new List<FleetSimulation>();
        for (var seed = 1; seed <= 5; seed++)
        {
            var fleet = new FleetSimulation(new SimulationOptions { Nodes = 1000, Seed = seed, Lost = Lost });
            await fleet.RunAsync(TimeSpan.FromMinutes(30));
            fleets.Add(fleet);
        }

        var missed = fleets.Sum(static fleet => fleet.Nodes.Count(static node => node.ReadyAt is null));
        var times = fleets.SelectMany(Times).Order().ToList();
        return
        [
            Limited("1,000 launches, 5 % of events lost: EC2 calls", fleets.Max(static fleet => fleet.Directory.Calls), 40),
            Limited("1,000 launches, 5 % of events lost: SSM calls", fleets.Max(SsmCalls), 60),
            new BenchmarkRow(
                "  of these, to send commands",
                Figure(fleets.Max(static fleet => fleet.Commands.SendCalls), "")),
            new BenchmarkRow(
                "  of these, to read, by purpose",
                string.Join(", ", fleets.MaxBy(SsmCalls)!.Commands.Reads.Select(static read => $"{read.Key} {read.Value}"))),
            Limited("1,000 launches, 5 % of events lost: nodes missed", missed, 0),
            new BenchmarkRow("  launch to ready, half of the nodes within", Seconds(At(times, 0.5))),
            new BenchmarkRow("  launch to ready, 99 of 100 within", Seconds(At(times, 0.99))),
        ];
    }

    private static async Task<IReadOnlyList<BenchmarkRow>> LargeFleetAsync()
    {
        var fleet = new FleetSimulation(new SimulationOptions
        {
            Nodes = 10_000,
            LaunchSpread = TimeSpan.FromMinutes(2),
            Lost = Lost,
            // Amazon publishes none for Run Command; these are meant to be felt.
            SendThrottle = static clock => new TokenBucket(10, 2, clock),
            ReadThrottle = static clock => new TokenBucket(40, 10, clock),
            // https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html
            EC2Throttle = static clock => new TokenBucket(50, 10, clock),
        });
        await fleet.RunAsync(TimeSpan.FromHours(2));
        var ready = fleet.Nodes.Where(static node => node.ReadyAt is not null).ToList();
        Console.WriteLine("10,000 nodes launched within 2 min, throttled: ready after so many simulated seconds");
        var last = ready.Max(static node => node.ReadyAt!.Value);
        var first = fleet.Nodes.Min(static node => node.LaunchedAt);
        for (var at = first.AddSeconds(30); at < last.AddSeconds(30); at = at.AddSeconds(30))
        {
            var share = ready.Count(node => node.ReadyAt <= at) / (double)fleet.Nodes.Count;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(at - first).TotalSeconds,6:F0} s {new string('#', (int)(share * 60)),-60} {share,7:P1}"));
        }

        return
        [
            new BenchmarkRow(
                "10,000 nodes, throttled: all ready after",
                Seconds((last - first).TotalSeconds),
                Target: "all",
                Reached: ready.Count == fleet.Nodes.Count),
            new BenchmarkRow("  launch to ready, half of the nodes within", Seconds(At([.. Times(fleet).Order()], 0.5))),
            new BenchmarkRow("  EC2 calls", Figure(fleet.Directory.Calls, "")),
            new BenchmarkRow("  SSM calls", Figure(SsmCalls(fleet), "")),
        ];
    }

    public static BenchmarkRow Limited(string name, double value, double limit, string unit = "") => new(
        name, Figure(value, unit), Target: $"≤ {Figure(limit, unit)}", Reached: value <= limit);

    private static int SsmCalls(FleetSimulation fleet) => fleet.Commands.SendCalls + fleet.Commands.ReadCalls;

    private static IEnumerable<double> Times(FleetSimulation fleet)
        => fleet.Nodes.Where(static node => node.ReadyAt is not null)
            .Select(static node => (node.ReadyAt!.Value - node.LaunchedAt).TotalSeconds);

    private static double At(List<double> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)];

    private static string Seconds(double seconds) => Figure(seconds, "s");

    private static string Figure(double value, string unit) => BenchmarkProgram.Text(value, unit).TrimEnd();
}
