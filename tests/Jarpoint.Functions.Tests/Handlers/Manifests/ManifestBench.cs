using System.Text.Json.Nodes;
using Jarpoint.Functions.Cluster.Objects;
using Jarpoint.Functions.Composition;
using Jarpoint.Functions.Events;
using Jarpoint.Functions.Handlers;
using Jarpoint.Functions.Handlers.Manifests;
using Jarpoint.Functions.Logging;
using Jarpoint.Functions.Options;
using Jarpoint.Functions.Runtime;
using Jarpoint.Functions.Tests.Cluster;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Functions.Tests.Handlers.Manifests;

/// <summary>The function as in Lambda, over clusters in memory; CloudFormation is a server on loopback.</summary>
internal sealed class ManifestBench : IAsyncDisposable
{
    public const string Stack = "arn:aws:cloudformation:eu-west-1:123456789012:stack/jarpoint/1";

    private readonly MemoryStream output = new();
    private readonly ServiceProvider services;
    private readonly CannedApi cloudFormation;

    private ManifestBench(CannedApi cloudFormation, TimeProvider clock)
    {
        this.cloudFormation = cloudFormation;
        Clock = clock;
        var lines = new LogLines(output);
        var correlation = new InvocationCorrelation("example");
        services = new ServiceCollection()
            .AddSingleton(clock)
            .AddJsonLogging(lines, correlation, JsonLogging.CreateFactory(lines, correlation, LogLevel.Debug, clock))
            .AddFunction(nameof(ApplyManifests), new Dictionary<string, string> { [OptionNames.Region] = "eu-west-1" })
            .AddSingleton<OpenCluster>(Objects.Open)
            .BuildServiceProvider();
    }

    public FakeObjects Objects { get; } = new();

    public TimeProvider Clock { get; }

    /// <summary>What CloudFormation was sent, those it did not take included.</summary>
    public IReadOnlyList<CannedApi.Sent> Sent => [.. cloudFormation.Requests];

    public string Log => System.Text.Encoding.UTF8.GetString(output.ToArray());

    /// <param name="clock">By default one that waits for nobody.</param>
    /// <param name="taken">Status of CloudFormation's answer to the n-th, from 1.</param>
    public static async Task<ManifestBench> StartAsync(TimeProvider? clock = null, Func<int, int>? taken = null)
    {
        var count = 0;
        var server = await CannedApi.StartAsync(_ => new CannedApi.Canned(taken?.Invoke(++count) ?? 200, ""));
        return new ManifestBench(server, clock ?? new QuickClock());
    }

    public static string Map(string name, string value = "x")
        => $$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{name}}","namespace":"jarpoint"},"data":{"a":"{{value}}"} }""";

    public static string Plain(string kind, string name, string version = "v1")
        => $$"""{"apiVersion":"{{version}}","kind":"{{kind}}","metadata":{"name":"{{name}}"} }""";

    /// <summary>Sends a request and returns the one answer to it.</summary>
    public async Task<JsonNode> AskAsync(
        string type,
        string[] manifests,
        string[]? old = null,
        string cluster = "spark",
        string oldCluster = "spark",
        string? physical = null,
        TimeSpan? time = null,
        Action<JsonObject>? edit = null)
    {
        var before = cloudFormation.Requests.Count;
        var request = Request(type, manifests, old, cluster, oldCluster, physical);
        edit?.Invoke(request);
        await InvokeAsync(request, time);
        cloudFormation.Requests.Count.ShouldBe(before + 1);
        return JsonNode.Parse(cloudFormation.Requests.Last().Body)!;
    }

    public async Task InvokeAsync(JsonObject request, TimeSpan? time = null)
    {
        var deadline = time is { } left
            ? new InvocationDeadline(Clock.GetUtcNow() + left, Clock.GetUtcNow(), Clock)
            : InvocationDeadline.None(Clock);
        using var end = deadline.UntilResponse();
        var response = await services.GetRequiredService<IFunction>().HandleAsync(
            TriggerParser.Parse(System.Text.Encoding.UTF8.GetBytes(request.ToJsonString())), deadline, end.Token);
        response.BatchItemFailures.ShouldBeEmpty();
    }

    public JsonObject Request(
        string type,
        string[] manifests,
        string[]? old = null,
        string cluster = "spark",
        string oldCluster = "spark",
        string? physical = null)
    {
        var request = new JsonObject
        {
            ["RequestType"] = type,
            ["ResponseURL"] = $"{cloudFormation.Address}/arn%3Aaws/answer%7C1?X-Amz-Signature=secret",
            ["StackId"] = Stack,
            ["RequestId"] = "r-1",
            ["LogicalResourceId"] = "Manifests",
            ["ResourceProperties"] = Properties(cluster, manifests),
        };
        if (type != "Create")
        {
            request["PhysicalResourceId"] = physical ?? $"{oldCluster}/Manifests";
        }

        if (old is not null)
        {
            request["OldResourceProperties"] = Properties(oldCluster, old);
        }

        return request;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await cloudFormation.DisposeAsync();
        await output.DisposeAsync();
    }

    private static JsonObject Properties(string cluster, string[] manifests) => new()
    {
        ["Cluster"] = cluster,
        ["Manifests"] = $"[{string.Join(',', manifests)}]",
    };
}
