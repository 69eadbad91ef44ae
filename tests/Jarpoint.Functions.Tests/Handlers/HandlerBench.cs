using System.IO.Compression;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;
using Jarpoint.Functions.Composition;
using Jarpoint.Functions.Events;
using Jarpoint.Functions.Events.Sqs;
using Jarpoint.Functions.Handlers;
using Jarpoint.Functions.Logging;
using Jarpoint.Functions.Metrics;
using Jarpoint.Functions.Options;
using Jarpoint.Functions.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.Functions.Tests.Handlers;

/// <summary>A function composed as in Lambda, over a bucket in memory and a clock that stands still.</summary>
internal sealed class HandlerBench : IAsyncDisposable
{
    private readonly MemoryStream output = new();
    private readonly ServiceProvider services;

    public HandlerBench(int concurrency = 4)
    {
        var options = new JarpointOptions { Bucket = Notifications.Bucket, Concurrency = concurrency };
        var correlation = new InvocationCorrelation("example");
        var lines = new LogLines(output);
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddJsonLogging(lines, correlation, JsonLogging.CreateFactory(lines, correlation, LogLevel.Debug, Clock))
            .AddSingleton(options)
            .AddSingleton<MetricEmitter>()
            .AddSingleton<IObjectStore>(Store)
            .AddCatalog(options)
            .AddCatalogJars()
            .AddPublishCatalog()
            .BuildServiceProvider();
    }

    /// <summary>A minute after the changes that the notifications tell of.</summary>
    public FakeTimeProvider Clock { get; } = new(Notifications.At.AddMinutes(1));

    public InMemoryObjectStore Store { get; } = new();

    public IReadOnlyList<JsonLine> Lines => JsonLine.All(output.ToArray());

    /// <summary>The one metric line of an invocation.</summary>
    public JsonLine Metrics => Lines.Single(line => line.IsMetric);

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
        => FunctionRegistry.Create(function, services).HandleAsync(
            trigger, deadline ?? InvocationDeadline.None(Clock), TestContext.Current.CancellationToken);

    public Task<CatalogView> ViewAsync()
        => services.GetRequiredService<CatalogReader>().LatestAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await output.DisposeAsync();
    }
}
