using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.Systems;
using Jarpoint.LocalCloud.Systems.Wire;

namespace Jarpoint.LocalCloud.Tests.Systems;

/// <summary>Systems Manager on a free port, and the unmodified AWS SDK talking to it.</summary>
internal sealed class SsmServer : IAsyncDisposable
{
    private readonly LoopbackServer server;

    private SsmServer(SystemsManager systems, LoopbackServer server, ConcurrentQueue<SsmEvent> events)
    {
        Systems = systems;
        this.server = server;
        Events = events;
        Client = new AmazonSimpleSystemsManagementClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonSimpleSystemsManagementConfig
            {
                ServiceURL = server.Address.ToString(),
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            });
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public SystemsManager Systems { get; }

    public ConcurrentQueue<SsmEvent> Events { get; }

    public AmazonSimpleSystemsManagementClient Client { get; }

    public Uri Address => server.Address;

    public static async Task<SsmServer> StartAsync(SystemsOptions? options = null, TimeProvider? time = null)
    {
        var events = new ConcurrentQueue<SsmEvent>();
        var systems = new SystemsManager(
            new LocalAccount(), events.Enqueue, options ?? new SystemsOptions(), time ?? TimeProvider.System);
        var server = await LoopbackServer.StartAsync(0, new SsmEndpoint(systems).HandleAsync, Cancellation);
        return new SsmServer(systems, server, events);
    }

    public static string InstanceId(int number) => $"i-{number:x17}";

    /// <summary>Registers instances 1 to <paramref name="count"/> on one machine, tagged <c>pool=spark</c>.</summary>
    public IReadOnlyList<string> Register(int count, INodeMachine machine)
    {
        var ids = Enumerable.Range(1, count).Select(InstanceId).ToList();
        ids.ForEach(id => Systems.Register(id, new Dictionary<string, string> { ["pool"] = "spark" }, machine));
        return ids;
    }

    public async Task<string> SendAsync(
        IEnumerable<string> ids, string document = "test-run", Action<SendCommandRequest>? change = null)
    {
        var request = new SendCommandRequest { DocumentName = document, InstanceIds = [.. ids] };
        change?.Invoke(request);
        return (await Client.SendCommandAsync(request, Cancellation)).Command.CommandId;
    }

    public Task<string> SendToPoolAsync(Action<SendCommandRequest>? change = null)
        => SendAsync([], change: request =>
        {
            request.InstanceIds = null;
            request.Targets = [new Target { Key = "tag:pool", Values = ["spark"] }];
            change?.Invoke(request);
        });

    public async Task<Command> CommandAsync(string id)
        => (await Client.ListCommandsAsync(new ListCommandsRequest { CommandId = id }, Cancellation))
            .Commands.ShouldHaveSingleItem();

    /// <summary>Waits until a command is over.</summary>
    public async Task<Command> OverAsync(string id)
    {
        await Eventually.HoldsAsync(
            () => Systems.Dispatch.Read(shelf => shelf.TryFind(id, out var command) && command.IsOver),
            () => $"the command {id} does not end");
        return await CommandAsync(id);
    }

    public async Task<GetCommandInvocationResponse> InvocationAsync(string command, string instance)
        => await Client.GetCommandInvocationAsync(
            new GetCommandInvocationRequest { CommandId = command, InstanceId = instance }, Cancellation);

    /// <summary>Sends a request by hand.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string target, string body)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Address);
        request.Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", target);
        using var answer = await http.SendAsync(request, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        Systems.Dispose();
    }
}
