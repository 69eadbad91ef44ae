using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Notifications;
using Jarpoint.LocalCloud.Queues;
using Jarpoint.LocalCloud.Queues.Wire;
using Jarpoint.LocalCloud.S3;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>
/// The laptop cloud: one port for S3 and SQS, the bucket, its notifications, the queues, the schedule and the
/// functions as real processes.
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
        functions = [.. JarpointDeployment.Functions.Select(each => new DeployedFunction(each, options, queues))];
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
        var rules = functions.Select(static each => each.Rule).ToArray();
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

    public S3Store Store { get; }

    /// <summary>Denies access to chosen keys.</summary>
    public S3Faults Faults { get; }

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
            var router = new ServiceRouter(new S3Endpoint(host.Store, host.Faults), new SqsEndpoint(host.queues));
            host.server = await LoopbackServer.StartAsync(options.Port, router.HandleAsync, cancellationToken);
            foreach (var function in host.functions)
            {
                function.Start(host.Endpoint, host.Log);
            }

            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
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

    private void ForEachQueue(Action<SqsQueue> action)
    {
        foreach (var queue in queues.Queues)
        {
            action(queue);
        }
    }
}
