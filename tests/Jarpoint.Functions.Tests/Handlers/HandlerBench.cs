using System.Globalization;
using System.IO.Compression;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;
using Jarpoint.Functions.Composition;
using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Handlers;
using Jarpoint.Functions.Logging;
using Jarpoint.Functions.Options;
using Jarpoint.Functions.Queues;
using Jarpoint.Functions.Runtime;
using Jarpoint.Functions.Tests.Handlers.Ports;
using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Instances;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.Functions.Tests.Handlers;

/// <summary>The functions composed as in Lambda, over ports in memory and a clock that stands still.</summary>
internal sealed class HandlerBench : IAsyncDisposable
{
    private readonly MemoryStream output = new();
    private readonly Dictionary<string, ServiceProvider> functions = [];
    private readonly Dictionary<string, string> variables;

    public HandlerBench(int concurrency = 4, params (string Name, string Value)[] more)
        => variables = new(more.Select(one => KeyValuePair.Create(one.Name, one.Value)))
        {
            [OptionNames.Bucket] = Notifications.Bucket,
            [OptionNames.Concurrency] = concurrency.ToString(CultureInfo.InvariantCulture),
            [OptionNames.Region] = "eu-west-1",
        };

    /// <summary>A minute after the changes that the notifications tell of.</summary>
    public FakeTimeProvider Clock { get; } = new(Notifications.At.AddMinutes(1));

    public InMemoryObjectStore Store { get; } = new();

    public FakeInstances Instances { get; } = new();

    public FakeCommands Commands { get; } = new();

    public FakeNodes Nodes { get; } = new();

    public FakeDelays Delays { get; } = new();

    public IReadOnlyList<JsonLine> Lines => JsonLine.All(output.ToArray());

    /// <summary>The one metric line of an invocation.</summary>
    public JsonLine Metrics => Lines.Single(line => line.IsMetric);

    /// <summary>That of the newest of several.</summary>
    public JsonLine LastMetrics => Lines.Last(line => line.IsMetric);

    /// <summary>One that has nodes to look after.</summary>
    public static HandlerBench WithCluster(params (string Name, string Value)[] more)
        => new(4, [(OptionNames.Cluster, "example"), .. more]);

    /// <summary>Puts a small, readable jar and returns its version.</summary>
    public async Task<string> PutJarAsync(string key)
    {
        using var buffer = new MemoryStream();
        await using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await zip.CreateEntry("META-INF/MANIFEST.MF").OpenAsync(TestContext.Current.CancellationToken);
            await entry.WriteAsync("Manifest-Version: 1.0\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        }

        return await PutAsync(key, buffer.ToArray());
    }

    public async Task<string> PutAsync(string key, byte[] content)
    {
        var write = new ObjectWrite(key, content, new PutCondition.None());
        var stored = await Store.PutAsync(write, TestContext.Current.CancellationToken);
        return stored.ShouldBeOfType<PutOutcome.Stored>().VersionId.ShouldNotBeNull();
    }

    public Task<SqsBatchResponse> CatalogAsync(params SqsMessage[] messages)
        => CatalogAsync(InvocationDeadline.None(Clock), messages);

    public Task<SqsBatchResponse> CatalogAsync(InvocationDeadline deadline, params SqsMessage[] messages)
        => InvokeAsync(nameof(CatalogJars), new Trigger.Batch(new SqsEvent { Records = messages }), deadline);

    public Task<SqsBatchResponse> InvokeAsync(string function, Trigger trigger, InvocationDeadline? deadline = null)
        => Of(function).GetRequiredService<IFunction>().HandleAsync(
            trigger, deadline ?? InvocationDeadline.None(Clock), TestContext.Current.CancellationToken);

    public Task<CatalogView> ViewAsync()
        => Of(nameof(CatalogJars)).GetRequiredService<CatalogReader>().LatestAsync(TestContext.Current.CancellationToken);

    public T Get<T>(string function)
        where T : notnull => Of(function).GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        foreach (var services in functions.Values)
        {
            await services.DisposeAsync();
        }

        await output.DisposeAsync();
    }

    private ServiceProvider Of(string function)
    {
        if (!functions.TryGetValue(function, out var services))
        {
            var lines = new LogLines(output);
            var correlation = new InvocationCorrelation("example");
            functions[function] = services = new ServiceCollection()
                .AddSingleton<TimeProvider>(Clock)
                .AddJsonLogging(lines, correlation, JsonLogging.CreateFactory(lines, correlation, LogLevel.Debug, Clock))
                .AddFunction(function, variables)
                .AddSingleton<IObjectStore>(Store)
                .AddSingleton<IObjectCopier>(Store)
                .AddSingleton<IInstanceDirectory>(Instances)
                .AddSingleton<ICommandRunner>(Commands)
                .AddSingleton<IClusterNodes>(Nodes)
                .AddSingleton<IMessageDelay>(Delays)
                .BuildServiceProvider();
        }

        return services;
    }
}
