using Jarpoint.LocalCloud.Control;
using Jarpoint.LocalCloud.Events;
using Jarpoint.LocalCloud.Events.Wire;
using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Hosting.Calls;
using Jarpoint.LocalCloud.Notifications;
using Jarpoint.LocalCloud.Queues;
using Jarpoint.LocalCloud.Queues.Wire;
using Jarpoint.LocalCloud.S3;
using Jarpoint.LocalCloud.S3.State;
using Microsoft.AspNetCore.Http;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>
/// The laptop cloud: one port for the AWS services, the bucket, its notifications, the queues, the schedules and the
/// functions as real processes; with nodes also EC2, SSM, EventBridge, and a cluster on a port of its own.
/// </summary>
public sealed class LocalCloudHost : IAsyncDisposable
{
    private readonly LocalCloudOptions options;
    private readonly QueueService queues;
    private readonly IReadOnlyList<DeployedFunction> functions;
    private readonly IDisposable subscription;
    private LoopbackServer? server;
    private int disposed;

    private LocalCloudHost(LocalCloudOptions options)
    {
        this.options = options;
        Log = new FunctionLog(options.Time, options.LogCopy);
        queues = new QueueService(options.Account, options.Time);
        functions =
        [
            .. JarpointDeployment.Functions(options).Select(each => new DeployedFunction(each, options, queues)),
        ];
        Bus = new EventBus(options.Account, options.Chaos, options.Time);
        Faults = new S3Faults(options.Chaos);
        Store = new S3Store(
            new S3StoreOptions(
                options.KeepDirectory ?? Directory.CreateTempSubdirectory("jarpoint-").FullName,
                Keep: options.KeepDirectory is not null),
            options.Time);
        if (!Store.HasBucket(options.Bucket))
        {
            Store.CreateBucket(options.Bucket);
        }

        var notifications = new BucketNotifications(options.Bucket, options.Account, options.Chaos, options.Time);
        var rules = functions.SelectMany(static each => each.Rules).ToArray();
        notifications.Configure(rules);
        Store.SetNotificationConfiguration(options.Bucket, NotificationXml.Write(rules));
        subscription = Store.Subscribe(notifications.Publish);
    }

    /// <summary>
    /// Raised when a message came, went or moved, on any thread and often: a display marks itself stale and reads
    /// <see cref="Statistics"/> at its own pace.
    /// </summary>
    public event EventHandler? Changed
    {
        add => ForEachQueue(queue => queue.Changed += value);
        remove => ForEachQueue(queue => queue.Changed -= value);
    }

    /// <summary>For <c>AWS_ENDPOINT_URL</c>.</summary>
    public Uri Endpoint => server!.Address;

    public string Bucket => options.Bucket;

    /// <summary>The catalog page, for a browser. The address without a path leads there too.</summary>
    public Uri Page => new(Endpoint, PageServer.AddressIn(Bucket));

    public S3Store Store { get; }

    /// <summary>The account's default event bus.</summary>
    public EventBus Bus { get; }

    /// <summary>Denies access to chosen keys.</summary>
    public S3Faults Faults { get; }

    /// <summary>Instances and cluster; null without <see cref="LocalCloudOptions.Nodes"/>.</summary>
    public NodePlane? Nodes { get; private set; }

    /// <summary>What the functions wrote.</summary>
    public FunctionLog Log { get; }

    public IReadOnlyList<DeadLetter> DeadLetters
        => [.. functions.SelectMany(static each =>
            each.DeadLetters.Peek().Select(message => new DeadLetter(each.DeadLetters.Name, message)))];

    public LocalCloudStatistics Statistics => new(
        [.. functions.Select(static each => each.Function!)],
        [.. functions.Select(static each => each.Mapping!)],
        queues.Queues.ToDictionary(static queue => queue.Name, static queue => queue.Counts),
        functions.Sum(static each => each.DeadLetters.Counts.Total));

    /// <summary>Starts everything; when it returns, uploads are served and lead to functions.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LocalCloudHost> StartAsync(LocalCloudOptions options, CancellationToken cancellationToken)
    {
        var host = new LocalCloudHost(options);
        try
        {
            await host.ListenAsync(cancellationToken);
            host.StartFunctions();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>A queue that gets the events of the bus that match a pattern from now on.</summary>
    public SqsQueue Subscribe(string name, string pattern)
    {
        var queue = queues.Create(name, new QueueSettings());
        Bus.AddRule(name, pattern, queue);
        return queue;
    }

    /// <summary>Sends the event of the sweep's schedule now, and waits until the sweep and what came of it are done.</summary>
    /// <exception cref="TimeoutException">It took more than five minutes.</exception>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        functions.Single(static each => each.Name == "SweepNodes").Schedule!.Trigger();
        await QuiesceAsync(TimeSpan.FromMinutes(5), cancellationToken);
    }

    /// <summary>
    /// Waits until every queue is empty, in flight and delayed messages included, and so every function done. What
    /// went to a dead-letter queue does not count.
    /// </summary>
    /// <exception cref="TimeoutException">Work was left when the time was over; the message says where.</exception>
    public Task QuiesceAsync(TimeSpan limit, CancellationToken cancellationToken)
        => new QuietWatch([.. functions.Select(static each => each.Queue)], options.Time)
            .WaitAsync(limit, cancellationToken);

    /// <summary>Sends the event of every schedule now.</summary>
    public void TriggerSchedules()
    {
        foreach (var function in functions)
        {
            function.Schedule?.Trigger();
        }
    }

    /// <summary>
    /// Stops functions, server and queues; no process is left. Invocations under way have two seconds.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        subscription.Dispose();
        await Task.WhenAll(functions.Select(static each => each.DisposeAsync().AsTask()));
        if (Nodes is not null)
        {
            await Nodes.DisposeAsync();
        }

        if (server is not null)
        {
            await server.DisposeAsync();
        }

        queues.Dispose();
        Store.Dispose();
        if (options.KeepDirectory is null && Directory.Exists(Store.Directory))
        {
            Directory.Delete(Store.Directory, recursive: true);
        }
    }

    // The nodes need to know the port, and the port's services are the nodes': the router comes once both are there.
    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var services = new Dictionary<string, RequestDelegate>(StringComparer.Ordinal)
        {
            ["s3"] = new S3Endpoint(Store, Faults).HandleAsync,
            ["sqs"] = new SqsEndpoint(queues).HandleAsync,
            ["events"] = new EventBridgeEndpoint(Bus, options.Account, options.Chaos).HandleAsync,
        };
        RequestDelegate? control = null;
        var router = new TaskCompletionSource<ServiceRouter>(TaskCreationOptions.RunContinuationsAsynchronously);
        server = await LoopbackServer.StartAsync(
            options.Port, async context => await (await router.Task).HandleAsync(context), cancellationToken);
        if (options.Nodes is { } nodes)
        {
            Nodes = await NodePlaneStart.StartAsync(options, nodes, this, cancellationToken);
            services["ec2"] = Nodes.Ec2.HandleAsync;
            services["ssm"] = Nodes.Ssm.HandleAsync;
            services["sts"] = Nodes.Sts.HandleAsync;
            services["eks"] = Nodes.Eks.HandleAsync;
            control = new ControlEndpoint(Nodes.Fleet, SweepAsync).HandleAsync;
        }

        var page = new PageServer(key => Store.Find(Bucket, key) is not null, Bucket, services["s3"]);
        router.SetResult(new ServiceRouter(services, control, page, CallReader.Into(options.Ledger, options.Account)));
    }

    private void StartFunctions()
    {
        var environment = new Dictionary<string, string>(JarpointDeployment.Environment(Endpoint));
        foreach (var (name, value) in options.FunctionEnvironment)
        {
            environment[name] = value;
        }

        foreach (var function in functions)
        {
            foreach (var (name, pattern) in function.EventPatterns)
            {
                Bus.AddRule(name, pattern, function.Queue);
            }

            function.Start(environment, Log);
        }
    }

    private void ForEachQueue(Action<SqsQueue> action)
    {
        foreach (var queue in queues.Queues)
        {
            action(queue);
        }
    }
}
