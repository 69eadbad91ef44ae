using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Queues;

namespace Jarpoint.LocalCloud.Tests.Functions;

/// <summary>A queue with a dead-letter queue that feeds a real process speaking the Runtime API.</summary>
internal sealed class FunctionFixture : IAsyncDisposable
{
    private readonly QueueService queues = new(new LocalAccount(), TimeProvider.System);
    private EventSourceMapping? mapping;

    public FunctionFixture(
        ChaosOptions? chaos = null,
        string handler = "does-what-messages-say",
        double timeout = 30,
        double idleStop = 300,
        string gate = "http://127.0.0.1:9/")
    {
        DeadLetters = queues.Create("jars-dlq", new QueueSettings());
        Queue = queues.Create("jars", new QueueSettings
        {
            VisibilityTimeout = TimeSpan.FromSeconds(60),
            Redrive = new RedrivePolicy(DeadLetters.Arn, 3),
        });
        var definition = new FunctionDefinition
        {
            Name = "CatalogJars",
            Handler = handler,
            Bootstrap = new BootstrapCommand("bash", [Path.Combine(AppContext.BaseDirectory, "Functions/bootstrap.sh")]),
            Environment = new Dictionary<string, string> { ["GATE"] = gate },
            Timeout = TimeSpan.FromSeconds(timeout),
            IdleStop = TimeSpan.FromSeconds(idleStop),
        };
        Function = new LambdaFunction(definition, new LocalAccount(), Log, chaos ?? new ChaosOptions(), TimeProvider.System);
    }

    public SqsQueue Queue { get; }

    public SqsQueue DeadLetters { get; }

    public LambdaFunction Function { get; }

    public FunctionLog Log { get; } = new(TimeProvider.System);

    public MappingStatistics Mapping => mapping!.Statistics;

    /// <summary>Processes that took an event, each once per event.</summary>
    public int[] Invoked => [.. Log.Lines.Where(line => line.Text == "invoked").Select(line => line.ProcessId)];

    /// <summary>Messages sent before are received in one batch, as far as it holds them.</summary>
    public void Start(int batchSize = 10, int maximumConcurrency = 2)
        => mapping = new EventSourceMapping(
            Queue,
            Function,
            new EventSourceMappingDefinition
            {
                BatchSize = batchSize,
                MaximumConcurrency = maximumConcurrency,
                RetryAfter = TimeSpan.Zero,
            },
            Log,
            "us-east-1",
            TimeProvider.System);

    public void Send(params IEnumerable<string> bodies)
    {
        foreach (var body in bodies)
        {
            Queue.Send(new OutgoingMessage(body));
        }
    }

    public Task EmptiesAsync() => HoldsAsync(() => Queue.Counts.Total == 0);

    public Task HoldsAsync(Func<bool> state)
        => Eventually.HoldsAsync(
            state,
            () => $"{Queue.Counts} {Function.Statistics} {mapping?.Statistics}\n"
                + string.Join('\n', Log.Lines.Select(line => line.Text)));

    public async ValueTask DisposeAsync()
    {
        var polling = mapping?.DisposeAsync() ?? ValueTask.CompletedTask;
        await Function.DisposeAsync();
        await polling;
        queues.Dispose();
    }
}
