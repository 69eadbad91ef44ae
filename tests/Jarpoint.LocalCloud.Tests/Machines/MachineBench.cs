using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.Machines.Namespaces;
using Jarpoint.LocalCloud.S3;
using Jarpoint.LocalCloud.Tests.S3;

namespace Jarpoint.LocalCloud.Tests.Machines;

/// <summary>Real machines against a laptop S3 of their own, with a bucket that has a jar.</summary>
internal sealed class MachineBench : IAsyncDisposable
{
    private readonly TemporaryStore store = new();
    private readonly S3Faults faults = new(new ChaosOptions());
    private LoopbackServer server = null!;

    public NamespaceMachines Machines { get; private set; } = null!;

    public Uri Endpoint => server.Address;

    public static async Task<MachineBench> StartAsync()
    {
        var support = await MachineSupport.ProbeAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(support.Missing is not null, support.Missing ?? string.Empty);
        var bench = new MachineBench();
        await bench.store.PutAsync("jars/a.jar", "first");
        var endpoint = new S3Endpoint(bench.store.Store, bench.faults);
        bench.server = await LoopbackServer.StartAsync(0, endpoint.HandleAsync, TestContext.Current.CancellationToken);
        var options = new MachineOptions { Endpoint = bench.server.Address, Faults = bench.faults, HomeMib = 32 };
        bench.Machines = new NamespaceMachines(options, support.MountS3, TimeProvider.System);
        return bench;
    }

    public Task PutAsync(string key, string content) => store.PutAsync(key, content);

    public async Task<NamespaceMachine> StartMachineAsync(string name = "i-0123456789abcdef0")
        => (NamespaceMachine)await Machines.StartAsync(name, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        store.Dispose();
    }
}
