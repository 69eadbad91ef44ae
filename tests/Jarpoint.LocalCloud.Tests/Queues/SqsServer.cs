using Amazon.Runtime;
using Amazon.SQS;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Queues;
using Jarpoint.LocalCloud.Queues.Wire;

namespace Jarpoint.LocalCloud.Tests.Queues;

/// <summary>The SQS endpoint on a free port, and the unmodified AWS SDK talking to it.</summary>
public sealed class SqsServer : IAsyncLifetime
{
    private readonly QueueService service = new(new LocalAccount(), TimeProvider.System);
    private LoopbackServer? server;

    public Uri Address => server!.Address;

    public AmazonSQSClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        server = await LoopbackServer.StartAsync(
            0, new SqsEndpoint(service).HandleAsync, TestContext.Current.CancellationToken);
        Client = new AmazonSQSClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonSQSConfig { ServiceURL = Address.ToString(), AuthenticationRegion = "us-east-1" });
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server!.DisposeAsync();
        service.Dispose();
    }
}
