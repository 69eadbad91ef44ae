using Jarpoint.Functions.Handlers;
using Jarpoint.Functions.Logging;
using Jarpoint.Functions.Runtime;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Tests.Runtime;

/// <summary>An invocation loop at work against a fake Runtime API.</summary>
internal sealed class RunningLoop : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly RuntimeApiClient client;
    private readonly LoggerFactory loggers;
    private readonly MemoryStream output = new();

    private RunningLoop(FakeRuntimeApi api, IFunction function, TimeProvider clock)
    {
        Api = api;
        client = new RuntimeApiClient(api.Address);
        var correlation = new InvocationCorrelation("example");
        loggers = JsonLogging.CreateFactory(new LogLines(output), correlation, LogLevel.Debug, clock);
        var loop = new InvocationLoop(client, function, correlation, clock, loggers.CreateLogger<InvocationLoop>());
        Completion = loop.RunAsync(stopping.Token);
    }

    public FakeRuntimeApi Api { get; }

    /// <summary>Ends when the loop ends.</summary>
    public Task Completion { get; }

    public IReadOnlyList<JsonLine> Lines => JsonLine.All(output.ToArray());

    public static async Task<RunningLoop> StartAsync(
        IFunction function, TimeProvider? clock = null, Action<FakeRuntimeApi>? arrange = null)
    {
        var api = await FakeRuntimeApi.StartAsync();
        arrange?.Invoke(api);
        return new RunningLoop(api, function, clock ?? TimeProvider.System);
    }

    public Task StopAsync() => stopping.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Completion.ContinueWith(_ => { }, TaskScheduler.Default);
        client.Dispose();
        loggers.Dispose();
        stopping.Dispose();
        await output.DisposeAsync();
        await Api.DisposeAsync();
    }
}
