using System.Text;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.Machines.Namespaces;
using Jarpoint.LocalCloud.S3;
using Jarpoint.LocalCloud.S3.State;
using Jarpoint.NodeScript.Tests.Entries;

namespace Jarpoint.NodeScript.Tests;

/// <summary>A machine and the laptop S3 it mounts from, with the buckets <c>jars</c>, <c>more-jars</c> and <c>scripts</c>.</summary>
internal sealed class NodeBench : IAsyncDisposable
{
    public const string InstanceId = "i-0123456789abcdef0";

    // A noisy computer takes seconds for what takes milliseconds: its daemons must not pass for hung.
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["JARPOINT_PROBE_INTERVAL"] = "1",
        ["JARPOINT_PROBE_DEADLINE"] = "6",
        ["JARPOINT_STORE_INTERVAL"] = "0",
        ["AWS_MAX_ATTEMPTS"] = "2",
    };

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string directory = Directory.CreateTempSubdirectory("jarpoint-case-").FullName;
    private readonly S3Store store;
    private LoopbackServer server = null!;

    private NodeBench() => store = new S3Store(new S3StoreOptions(directory), TimeProvider.System);

    public S3Faults Faults { get; } = new(new ChaosOptions());

    public INodeMachine Machine { get; private set; } = null!;

    /// <summary>Of the laptop S3.</summary>
    public string Endpoint => server.Address.GetLeftPart(UriPartial.Authority);

    public static async Task<NodeBench> StartAsync()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var support = await MachineSupport.ProbeAsync(cancelled);
        Assert.SkipWhen(support.Missing is not null, support.Missing ?? string.Empty);
        var bench = new NodeBench();
        bench.store.CreateBucket("jars");
        bench.store.CreateBucket("more-jars");
        bench.store.CreateBucket("scripts");
        bench.server = await LoopbackServer.StartAsync(
            0, new S3Endpoint(bench.store, bench.Faults).HandleAsync, cancelled);
        var options = new MachineOptions
        {
            Endpoint = bench.server.Address,
            Faults = bench.Faults,
            HomeMib = 64,
            Environment = Settings,
        };
        bench.Machine = await new NamespaceMachines(options, support.MountS3, TimeProvider.System)
            .StartAsync(InstanceId, cancelled);
        await StandIn.InstallAsync(bench);
        return bench;
    }

    public async Task PutAsync(string bucket, string key, string content)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(content));
        await store.PutAsync(bucket, key, body, cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a script as root of the machine.</summary>
    public Task<ScriptRun> RunAsync(string text, IReadOnlyDictionary<string, string>? environment = null)
        => Machine.RunAsync(
            new LocalCloud.Machines.NodeScript(text, environment ?? new Dictionary<string, string>(), Patience),
            TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Machine.DisposeAsync();
        await server.DisposeAsync();
        store.Dispose();
        Directory.Delete(directory, recursive: true);
    }
}
