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
        DeadLetters = queues.Create(deployment.DeadLetterQueue, deployment.DeadLetterSettings);
        Queue = queues.Create(deployment.Queue, deployment.QueueSettings with
        {
            Redrive = new RedrivePolicy(DeadLetters.Arn, deployment.MaxReceiveCount),
        });
        Rules =
        [
            .. deployment.Buckets.Select(each => new NotificationRule(
                deployment.Function, Queue, each.Events, each.Prefix)),
        ];
    }

    public string Name => deployment.Function;

    public SqsQueue Queue { get; }

    public SqsQueue DeadLetters { get; }

    /// <summary>How the bucket feeds it; none when it does not.</summary>
    public IReadOnlyList<NotificationRule> Rules { get; }

    /// <summary>Patterns of the events that feed it, by the rule's name.</summary>
    public IReadOnlyDictionary<string, string> EventPatterns => deployment.EventPatterns;

    /// <summary>Null when the function has no schedule.</summary>
    public RateSchedule? Schedule { get; private set; }

    public FunctionStatistics? Function => function?.Statistics;

    public MappingStatistics? Mapping => mapping?.Statistics;

    /// <summary>Starts to feed the function; until here its queue only fills.</summary>
    /// <param name="local">Variables that win over the deployment's.</param>
    /// <param name="log">Where its lines go.</param>
    public void Start(IReadOnlyDictionary<string, string> local, FunctionLog log)
    {
        var environment = new Dictionary<string, string>(deployment.Environment);
        foreach (var (name, value) in local)
        {
            environment[name] = value;
        }

        function = new LambdaFunction(
            new FunctionDefinition
            {
                Name = deployment.Function,
                Handler = deployment.Handler,
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
