using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Notifications;
using Jarpoint.LocalCloud.Queues;
using Jarpoint.LocalCloud.Schedules;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>One <see cref="FunctionDeployment"/> at work.</summary>
internal sealed class DeployedFunction : IAsyncDisposable
{
    private readonly FunctionDeployment deployment;
    private readonly LocalCloudOptions options;
    private LambdaFunction? function;
    private EventSourceMapping? mapping;

    public DeployedFunction(FunctionDeployment deployment, LocalCloudOptions options, QueueService queues)
    {
        (this.deployment, this.options) = (deployment, options);
        DeadLetters = queues.Create(
            deployment.DeadLetterQueue, new QueueSettings { Retention = TimeSpan.FromDays(14) });
        Queue = queues.Create(deployment.Queue, new QueueSettings
        {
            VisibilityTimeout = deployment.VisibilityTimeout,
            Redrive = new RedrivePolicy(DeadLetters.Arn, deployment.MaxReceiveCount),
        });
        Rule = deployment.Bucket is { } bucket
            ? new NotificationRule(deployment.Function, Queue, bucket.Events, bucket.Prefix)
            : null;
    }

    public string Name => deployment.Function;

    public SqsQueue Queue { get; }

    public SqsQueue DeadLetters { get; }

    /// <summary>Null when the bucket does not feed it.</summary>
    public NotificationRule? Rule { get; }

    /// <summary>Patterns of the events that feed it.</summary>
    public IReadOnlyList<string> EventPatterns => deployment.EventPatterns;

    /// <summary>Null when the function has no schedule.</summary>
    public RateSchedule? Schedule { get; private set; }

    public FunctionStatistics? Function => function?.Statistics;

    public MappingStatistics? Mapping => mapping?.Statistics;

    /// <summary>Starts to feed the function; until here its queue only fills.</summary>
    public void Start(IReadOnlyDictionary<string, string> environment, FunctionLog log)
    {
        function = new LambdaFunction(
            new FunctionDefinition
            {
                Name = deployment.Function,
                Handler = deployment.Function,
                Bootstrap = options.Bootstrap,
                Environment = environment,
                Timeout = deployment.Timeout,
                MemoryMiB = deployment.MemoryMiB,
            },
            options.Account,
            log,
            options.Chaos,
            options.Time);
        mapping = new EventSourceMapping(
            Queue,
            function,
            deployment.Mapping with { RetryAfter = options.RetryAfter },
            log,
            options.Account.Region,
            options.Time);
        if (deployment.Rate is { } rate)
        {
            Schedule = new RateSchedule(deployment.Function, rate, Queue, options.Account, options.Time);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Schedule?.Dispose();

        // No further batch first; then the processes, on which the batches under way wait.
        var batches = mapping?.DisposeAsync() ?? ValueTask.CompletedTask;
        if (function is not null)
        {
            await function.DisposeAsync();
        }

        await batches;
    }
}
