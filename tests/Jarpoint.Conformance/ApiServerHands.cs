using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jarpoint.Nodes.Cluster;
using Xunit;

namespace Jarpoint.Conformance;

/// <summary>The hands of others on an API server, over its own protocol and as its administrator.</summary>
/// <param name="http">With the server's address, and trusting its authority. Stays the caller's.</param>
/// <param name="token">Bearer token of an administrator.</param>
public sealed class ApiServerHands(HttpClient http, string token)
{
    private const string Nodes = "/api/v1/nodes";
    private const string Claims = "/apis/karpenter.sh/v1/nodeclaims";
    private const string Events = "/api/v1/namespaces/default/events";

    private readonly List<string> made = [];

    public async Task AddAsync(ClusterNode node, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(node);
        var metadata = new JsonObject { ["name"] = node.Name, ["labels"] = Labels(node) };
        if (node.NodeClaim is { } claim)
        {
            metadata["ownerReferences"] = new JsonArray(new JsonObject
            {
                ["apiVersion"] = "karpenter.sh/v1",
                ["kind"] = "NodeClaim",
                ["name"] = claim,
                ["uid"] = await AddClaimAsync(claim, cancellationToken),
            });
        }

        await CreateAsync(
            Nodes,
            new JsonObject
            {
                ["apiVersion"] = "v1",
                ["kind"] = "Node",
                ["metadata"] = metadata,
                ["spec"] = new JsonObject
                {
                    ["providerID"] = node.Instance is { } id ? $"aws:///eu-west-1a/{id}" : "",
                    ["taints"] = new JsonArray([.. node.Taints.Select(Taint)]),
                },
            },
            cancellationToken);
    }

    public Task TaintAsync(string node, NodeTaint taint, CancellationToken cancellationToken)
        => DoneAsync(
            HttpMethod.Patch,
            $"{Nodes}/{node}",
            "application/json-patch+json",
            new JsonArray(new JsonObject { ["op"] = "add", ["path"] = "/spec/taints/-", ["value"] = Taint(taint) }),
            cancellationToken);

    public Task WriteConditionAsync(string node, string type, CancellationToken cancellationToken)
        => DoneAsync(
            HttpMethod.Patch,
            $"{Nodes}/{node}/status",
            "application/strategic-merge-patch+json",
            new JsonObject
            {
                ["status"] = new JsonObject
                {
                    ["conditions"] = new JsonArray(new JsonObject { ["type"] = type, ["status"] = "True" }),
                },
            },
            cancellationToken);

    public Task RemoveAsync(string node, CancellationToken cancellationToken)
        => DoneAsync(HttpMethod.Delete, $"{Nodes}/{node}", null, null, cancellationToken);

    public async Task<IReadOnlyList<string>> ConditionsAsync(string node, CancellationToken cancellationToken)
    {
        var document = await DoneAsync(HttpMethod.Get, $"{Nodes}/{node}", null, null, cancellationToken);
        return [.. document["status"]!["conditions"]!.AsArray().Select(one => one!["type"]!.GetValue<string>())];
    }

    /// <summary>Those that Jarpoint reports; the node controllers of a whole cluster have their own.</summary>
    public async Task<IReadOnlyList<NodeEvent>> EventsAsync(string node, CancellationToken cancellationToken)
        => [.. (await JarpointEventsAsync(node, cancellationToken)).Select(happened => new NodeEvent(
            node,
            happened["involvedObject"]!["uid"]!.GetValue<string>(),
            happened["type"]!.GetValue<string>() == "Warning",
            happened["reason"]!.GetValue<string>(),
            happened["message"]!.GetValue<string>(),
            happened["lastTimestamp"]!.GetValue<DateTimeOffset>()))];

    public async Task<bool> HasClaimAsync(string nodeClaim, CancellationToken cancellationToken)
        => (await SendAsync(HttpMethod.Get, $"{Claims}/{nodeClaim}", null, null, cancellationToken)).Status
            != HttpStatusCode.NotFound;

    /// <summary>Takes away what these hands made, and the Events about it.</summary>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        foreach (var path in made)
        {
            await SendAsync(HttpMethod.Delete, path, null, null, cancellationToken);
            foreach (var happened in await JarpointEventsAsync(path[(path.LastIndexOf('/') + 1)..], cancellationToken))
            {
                var name = happened["metadata"]!["name"]!.GetValue<string>();
                await SendAsync(HttpMethod.Delete, $"{Events}/{name}", null, null, cancellationToken);
            }
        }
    }

    private static JsonObject Labels(ClusterNode node)
    {
        var labels = new JsonObject();
        if (node.Pool.Length > 0)
        {
            labels["karpenter.sh/nodepool"] = node.Pool;
        }

        if (node.Registered)
        {
            labels["karpenter.sh/registered"] = "true";
        }

        if (node.Initialized)
        {
            labels["karpenter.sh/initialized"] = "true";
        }

        return labels;
    }

    private static JsonNode Taint(NodeTaint taint)
    {
        var written = new JsonObject { ["key"] = taint.Key, ["effect"] = taint.Effect };
        if (taint.Value is not null)
        {
            written["value"] = taint.Value;
        }

        return written;
    }

    private async Task<string> AddClaimAsync(string name, CancellationToken cancellationToken)
    {
        var (known, _) = await SendAsync(HttpMethod.Get, Claims, null, null, cancellationToken);
        Assert.SkipWhen(known == HttpStatusCode.NotFound, "the API server has no NodeClaims of karpenter.sh/v1");
        var claim = await CreateAsync(
            Claims,
            new JsonObject
            {
                ["apiVersion"] = "karpenter.sh/v1",
                ["kind"] = "NodeClaim",
                ["metadata"] = new JsonObject { ["name"] = name },
            },
            cancellationToken);
        return claim["metadata"]!["uid"]!.GetValue<string>();
    }

    private async Task<JsonNode> CreateAsync(string path, JsonObject document, CancellationToken cancellationToken)
    {
        made.Add($"{path}/{document["metadata"]!["name"]!.GetValue<string>()}");
        return await DoneAsync(HttpMethod.Post, path, "application/json", document, cancellationToken);
    }

    private async Task<List<JsonNode>> JarpointEventsAsync(string node, CancellationToken cancellationToken)
    {
        var selector = Uri.EscapeDataString($"involvedObject.kind=Node,involvedObject.name={node}");
        var list = await DoneAsync(
            HttpMethod.Get, $"{Events}?fieldSelector={selector}", null, null, cancellationToken);
        return [.. list["items"]!.AsArray().OfType<JsonNode>()
            .Where(happened => happened["reportingComponent"]?.GetValue<string>() == "jarpoint")];
    }

    private async Task<JsonNode> DoneAsync(
        HttpMethod method, string path, string? mediaType, JsonNode? body, CancellationToken cancellationToken)
    {
        var (status, answer) = await SendAsync(method, path, mediaType, body, cancellationToken);
        return (int)status is >= 200 and < 300
            ? JsonNode.Parse(answer)!
            : throw new InvalidOperationException($"{method} {path}: {(int)status}: {answer}");
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(
        HttpMethod method, string path, string? mediaType, JsonNode? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null && mediaType is not null)
        {
            request.Content = new StringContent(body.ToJsonString(JsonSerializerOptions.Default), Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        }

        using var answer = await http.SendAsync(request, cancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }
}
