using System.Globalization;
using Jarpoint.Benchmarks.Nodes;
using Jarpoint.Functions.Metrics;
using Jarpoint.Nodes.Simulation;
using Jarpoint.Template;

namespace Jarpoint.Benchmarks.Cost;

/// <summary>
/// What a month costs: calls counted in simulation, times list prices. docs/cost.md has the formulas; what is assumed
/// rather than counted is named here. Run Command, EC2's and Kubernetes' calls, and events of AWS services are free.
/// </summary>
internal static class CostSection
{
    private const double Day = 86_400;
    private const double Month = 30 * Day;

    // Assumed.
    private const double LaunchesANodeAndMonth = 30;
    private const double UploadsAMonth = 1000;
    private const double UploadsABurst = 10;
    private const double SecondsACall = 0.03;
    private const double LogBytesAnInvocation = 1500;

    // By template.yaml and the node script.
    private const double SweepSeconds = 60;
    private const double PublishSeconds = 60;
    private const double StoreIntervalSeconds = 600;
    private const double MemoryGigabytes = 0.5;
    private const double CatalogGigabytes = 1;

    // Lambda polls an idle standard queue five at a time, 20 s each.
    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
    private const double IdleReceives = 5 * Month / 20;
    private const double Queues = 5;

    // Counted by the benchmark and tests of uploads: HEAD, three ranges, two writes, one directory.
    private const double ReadsAnUpload = 5;
    private const double WritesAnUpload = 3;

    // The section maven counts them; most of them copy and write.
    private const double MavenCallsAnUpload = 6;

    // Head, end of the log, and the marks of the index of classes, the Maven repository and the events.
    private const double ReadsAPublication = 5;

    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync()
    {
        var launch = await LaunchAsync();
        var rows = new List<BenchmarkRow>
        {
            new("a launch by itself: invocations, messages", $"{Number(launch.Invocations)}, {Number(launch.Messages)}"),
            new("a launch by itself: calls of EC2, SSM, Kubernetes", Number(launch.Calls)),
        };
        foreach (var size in new[] { 10, 1000, 10_000 })
        {
            var fleet = await HealthyFleet.StartAsync(size);
            var before = fleet.Calls;
            await fleet.SweepAsync();
            var items = Items(size, fleet.Calls - before, launch);
            rows.Add(new($"{size:N0} nodes: calls a sweep", Number(fleet.Calls - before)));
            rows.AddRange(items.Select(item => new BenchmarkRow($"  {item.Name}", Dollars(item.Dollars))));
            rows.Add(new($"{size:N0} nodes: a month", Dollars(items.Sum(static item => item.Dollars))));
            rows.Add(new($"  `ls` of the mount every minute instead", Dollars(size * Month / 60 * Prices.S3Write)));
        }

        return rows;
    }

    private static List<(string Name, double Dollars)> Items(int nodes, int sweepCalls, Launch launch)
    {
        var launches = nodes * LaunchesANodeAndMonth;
        var (sweeps, publications) = (Month / SweepSeconds, (Month / PublishSeconds) + UploadsAMonth);
        var invocations = sweeps + publications + UploadsAMonth + (launches * launch.Invocations);
        var seconds = SecondsACall * ((sweeps * sweepCalls) + (launches * launch.Calls)) * MemoryGigabytes;
        var catalogSeconds = SecondsACall * CatalogGigabytes * ((publications * ReadsAPublication)
            + (UploadsAMonth * (ReadsAnUpload + WritesAnUpload + MavenCallsAnUpload)));
        var messages = sweeps + publications + UploadsAMonth + (launches * launch.Messages);
        var asks = nodes * Month / StoreIntervalSeconds;
        var refreshes = nodes * UploadsAMonth / UploadsABurst;
        return
        [
            ("Lambda: requests", invocations * Prices.LambdaRequest),
            ("Lambda: seconds", (seconds + catalogSeconds) * Prices.LambdaGigabyteSecond),
            ("SQS", ((Queues * IdleReceives) + (3 * messages)) * Prices.SqsRequest),
            ("S3: the catalog", UploadsAMonth * ((ReadsAnUpload * Prices.S3Read) + (WritesAnUpload * Prices.S3Write))
                + (publications * ReadsAPublication * Prices.S3Read)),
            ("S3: the Maven repository", UploadsAMonth * MavenCallsAnUpload * Prices.S3Write),
            ("S3: nodes ask whether it answers", (asks + launches) * (Prices.S3Write + Prices.S3Read)),
            ("S3: nodes look at new jars", refreshes * Prices.S3Write),
            ("CloudWatch: metrics, alarms, dashboard",
                (Metrics * Prices.Metric) + (Alarms * Prices.Alarm) + Prices.Dashboard),
            ("CloudWatch: logs", invocations * LogBytesAnInvocation / 1e9 * Prices.LogGigabyte),
            ("X-Ray, every invocation traced", invocations * Prices.Trace),
        ];
    }

    private static int Alarms => ApplicationTemplate.Text.Split("Type: AWS::CloudWatch::Alarm").Length - 1;

    private static int Metrics => typeof(MetricNames).GetFields().Count(static name => name.Name != nameof(MetricNames.Namespace));

    /// <summary>Nodes that come one by one cost most: no batch is shared.</summary>
    private static async Task<Launch> LaunchAsync()
    {
        const int nodes = 100;
        var spread = TimeSpan.FromHours(20);
        var fleet = new FleetSimulation(new SimulationOptions { Nodes = nodes, LaunchSpread = spread, SweepEvery = spread * 2 });
        await fleet.RunAsync(spread * 1.5);
        var calls = fleet.Directory.Calls + fleet.Commands.SendCalls + fleet.Commands.ReadCalls
            + fleet.Kubernetes.Pages + fleet.Kubernetes.Reads + fleet.Kubernetes.Writes;
        return fleet.Nodes.All(static node => node.ReadyAt is not null)
            ? new Launch(fleet.Invocations / (double)nodes, fleet.Deliveries / (double)nodes, calls / (double)nodes)
            : throw new InvalidOperationException("Not every node became ready.");
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Dollars(double value) => value.ToString("$0.00", CultureInfo.InvariantCulture);

    private sealed record Launch(double Invocations, double Messages, double Calls);
}
