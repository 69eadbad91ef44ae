using System.Globalization;
using Amazon.S3.Model;
using Jarpoint.Catalog.Log;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Fleet;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Hosting.Calls;
using Jarpoint.LocalCloud.Machines;

namespace Jarpoint.EndToEnd.Nodes;

/// <summary>A laptop cloud with nodes.</summary>
internal sealed class RunningFleet : IAsyncDisposable
{
    public const string Pool = "spark";

    /// <summary>How long an impatient fleet waits for what may be lost.</summary>
    public static readonly TimeSpan Impatience = TimeSpan.FromSeconds(3);

    private static readonly Dictionary<string, string> Impatient = new()
    {
        ["JARPOINT_LAUNCH_PATIENCE_SECONDS"] = Number(Impatience.Seconds),
        ["JARPOINT_COMMAND_PATIENCE_SECONDS"] = Number(Impatience.Seconds),
    };

    private readonly RunningCloud cloud;

    private RunningFleet(RunningCloud cloud) => this.cloud = cloud;

    public LocalCloudHost Host => cloud.Host;

    public LocalFleet Fleet => cloud.Host.Nodes!.Fleet;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Nodes with real machines; skips the test, with the reason, where there cannot be any.</summary>
    public static async Task<RunningFleet> StartRealAsync()
    {
        var fleet = await StartAsync(new LocalNodeOptions());
        if (fleet.Fleet.Simulated is { } why)
        {
            await fleet.DisposeAsync();
            Assert.Skip(why);
        }

        return fleet;
    }

    /// <param name="nodes">Nodes.</param>
    /// <param name="chaos">Faults.</param>
    /// <param name="impatient">Waits for what was lost end after seconds instead of minutes.</param>
    /// <param name="ledger">Gets every call of the functions.</param>
    public static async Task<RunningFleet> StartAsync(
        LocalNodeOptions nodes, ChaosOptions? chaos = null, bool impatient = false, CallLedger? ledger = null)
        => new(await RunningCloud.StartAsync(chaos, nodes, impatient ? Impatient : null, ledger));

    public IReadOnlyList<string> Launch(int count) => Fleet.Launch(count, Pool);

    public Task<IReadOnlyList<FleetNode>> ReadyAsync() => UntilAsync(nodes => nodes.All(node => node.Ready));

    /// <summary>Waits until the nodes that still run are as wanted.</summary>
    public async Task<IReadOnlyList<FleetNode>> UntilAsync(Func<IReadOnlyList<FleetNode>, bool> wanted)
    {
        using var limit = new CancellationTokenSource(RunningCloud.Patience);
        while (!limit.IsCancellationRequested)
        {
            var nodes = Living();
            if (wanted(nodes))
            {
                return nodes;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }

        throw new TimeoutException(
            $"The nodes did not come to be as wanted: {string.Join("; ", Living())}{Environment.NewLine}"
            + string.Join(Environment.NewLine, Host.Log.Lines.TakeLast(40)));
    }

    /// <summary>Runs a shell script on a node's machine.</summary>
    public Task<ScriptRun> RunAsync(FleetNode node, string script)
        => Fleet.RunAsync(node.Instance, script, Cancellation);

    /// <summary>The catalog's commits after a revision.</summary>
    public async Task<IReadOnlyList<CatalogCommit>> CommitsAfterAsync(long revision)
    {
        var commits = new List<CatalogCommit>();
        await foreach (var commit in cloud.Reader.CommitsAsync(revision + 1, Cancellation))
        {
            commits.Add(commit);
        }

        return commits;
    }

    public Task QuiesceAsync() => cloud.QuiesceAsync();

    public async Task UploadAsync(string key, byte[] bytes)
    {
        using var body = new MemoryStream(bytes);
        await cloud.Exempt.PutObjectAsync(
            new PutObjectRequest { BucketName = cloud.Bucket, Key = key, InputStream = body }, Cancellation);
    }

    public Task DeleteAsync(string key) => cloud.Exempt.DeleteObjectAsync(cloud.Bucket, key, Cancellation);

    public async ValueTask DisposeAsync() => await cloud.DisposeAsync();

    private List<FleetNode> Living() => [.. Fleet.Nodes.Where(static node => node.State is "pending" or "running")];

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
