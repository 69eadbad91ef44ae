using Amazon.EC2;
using Amazon.Runtime;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Compute;
using Jarpoint.LocalCloud.Compute.Wire;
using Jarpoint.LocalCloud.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.LocalCloud.Tests.Compute;

/// <summary>EC2 on a free port with a clock that the test moves, and the unmodified AWS SDK talking to it.</summary>
public sealed class Ec2Server : IAsyncDisposable
{
    private readonly LoopbackServer server;

    private Ec2Server(LoopbackServer server, InstanceStore store, Ec2Endpoint endpoint, FakeTimeProvider time)
    {
        (this.server, Store, Endpoint, Time) = (server, store, endpoint, time);
        Client = new AmazonEC2Client(
            new BasicAWSCredentials("test", "test"),
            new AmazonEC2Config
            {
                ServiceURL = server.Address.ToString(),
                AuthenticationRegion = "eu-west-1",
                MaxErrorRetry = 0,
            });
    }

    public AmazonEC2Client Client { get; }

    public InstanceStore Store { get; }

    public Ec2Endpoint Endpoint { get; }

    public FakeTimeProvider Time { get; }

    public string Url => server.Address.ToString();

    public static async Task<Ec2Server> StartAsync(InstanceStoreOptions? options = null, ServiceLimits? limits = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var store = new InstanceStore(new LocalAccount("eu-west-1"), options ?? new InstanceStoreOptions(), time);
        var throttle = new ServiceThrottle("ec2", new ChaosOptions(), (limits ?? new ServiceLimits()).Ec2, time);
        var endpoint = new Ec2Endpoint(store, throttle, time);
        var server = await LoopbackServer.StartAsync(0, endpoint.HandleAsync, TestContext.Current.CancellationToken);
        return new Ec2Server(server, store, endpoint, time);
    }

    public Instance Launch(string pool = "spark")
        => Store.Launch(new InstanceLaunch { Tags = new Dictionary<string, string> { ["karpenter.sh/nodepool"] = pool } })
            .ShouldHaveSingleItem();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        Store.Dispose();
    }
}
