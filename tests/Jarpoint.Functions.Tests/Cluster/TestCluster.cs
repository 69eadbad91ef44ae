using Amazon.Runtime;
using Jarpoint.Functions.Cluster;
using Jarpoint.Functions.Cluster.Transport;
using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Functions.Tests.Cluster;

/// <summary>The adapter against a canned API server.</summary>
internal static class TestCluster
{
    public static AWSCredentials Credentials { get; } = new BasicAWSCredentials("AKIAEXAMPLE", "example");

    public static ClusterOptions Options { get; } = new() { Name = "spark", Region = "eu-west-1" };

    public static KubernetesNodes NodesOf(CannedApi server, TimeProvider? clock = null, string? authority = null)
        => NodesAt(server.Address, clock ?? new ImpatientClock(), authority);

    public static KubernetesNodes NodesAt(string address, TimeProvider clock, string? authority = null)
        => ClusterServices.Create(
            Options, ClusterLocation.Parse(address, authority), () => Task.FromResult(Credentials), clock);

    public static CannedApi.Canned Status(int code, string reason, string? next = null) => new(
        code,
        $$"""
        {"kind":"Status","apiVersion":"v1","metadata":{"continue":"{{next}}" },"status":"Failure",
         "message":"words no program reads","reason":"{{reason}}","code":{{code}}}
        """);

    public static CannedApi.Canned Page(string? next, params string[] nodes) => new(
        200,
        $$$"""
        {"kind":"NodeList","apiVersion":"v1","metadata":{"resourceVersion":"1","continue":"{{{next}}}" },
         "items":[{{{string.Join(',', nodes)}}}]}
        """);

    public static string Node(string name, string extra = "") => $$"""
        {"metadata":{"name":"{{name}}","uid":"uid-{{name}}","creationTimestamp":"2026-03-04T05:06:07Z",
         "labels":{"karpenter.sh/nodepool":"spark"} },"spec":{},"status":{}{{extra}} }
        """;

    public static ClusterNode Seen(params NodeTaint[] taints) => new()
    {
        Name = "ip-10-0-0-1.eu-west-1.compute.internal",
        Uid = "u-1",
        Pool = "spark",
        CreatedAt = DateTimeOffset.UnixEpoch,
        Taints = taints,
    };

    public static async Task<List<ClusterNode>> ListAsync(KubernetesNodes nodes)
    {
        var found = new List<ClusterNode>();
        await foreach (var node in nodes.ListAsync(TestContext.Current.CancellationToken))
        {
            found.Add(node);
        }

        return found;
    }
}
