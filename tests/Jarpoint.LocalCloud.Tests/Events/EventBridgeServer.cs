using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Events;
using Jarpoint.LocalCloud.Events.Wire;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Queues;

namespace Jarpoint.LocalCloud.Tests.Events;

/// <summary>EventBridge on a free port, and a queue that hears everything of it.</summary>
internal sealed class EventBridgeServer : IAsyncDisposable
{
    private readonly QueueService queues;
    private readonly SqsQueue heard;
    private readonly LoopbackServer server;

    private EventBridgeServer(QueueService queues, SqsQueue heard, LoopbackServer server)
        => (this.queues, this.heard, this.server) = (queues, heard, server);

    public string Address => server.Address.AbsoluteUri;

    public IReadOnlyList<JsonNode> Heard => [.. heard.Peek().Select(static message => JsonNode.Parse(message.Body)!)];

    public static async Task<EventBridgeServer> StartAsync(ChaosOptions? chaos = null)
    {
        var account = new LocalAccount("eu-west-1");
        var queues = new QueueService(account, TimeProvider.System);
        var heard = queues.Create("heard", new QueueSettings());
        var bus = new EventBus(account, chaos ?? new ChaosOptions(), TimeProvider.System);
        bus.AddRule("all", """{"source":[{"prefix":""}]}""", heard);
        var endpoint = new EventBridgeEndpoint(bus, account, chaos ?? new ChaosOptions());
        return new EventBridgeServer(
            queues,
            heard,
            await LoopbackServer.StartAsync(0, endpoint.HandleAsync, TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        queues.Dispose();
    }
}
