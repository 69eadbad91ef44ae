using Jarpoint.Functions.Cluster.Wire;
using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Functions.Cluster;

/// <summary>Builds the requests. https://kubernetes.io/docs/reference/using-api/api-concepts/</summary>
internal static class KubernetesCalls
{
    public const int PageSize = 500;

    private const string Nodes = "/api/v1/nodes";
    private const string Claims = "/apis/karpenter.sh/v1/nodeclaims";
    private const string Events = $"/api/v1/namespaces/{EventWriter.Namespace}/events";
    private const int LongestName = 253;

    public static KubernetesCall ListNodes(string? next)
    {
        var path = $"{Nodes}?labelSelector={Uri.EscapeDataString(NodeLabels.Pool)}&limit={PageSize}";
        return new KubernetesCall(
            HttpMethod.Get,
            next is { Length: > 0 } ? $"{path}&continue={Uri.EscapeDataString(next)}" : path,
            "list",
            "nodes",
            string.Empty);
    }

    public static KubernetesCall GetNode(string name)
        => new(HttpMethod.Get, $"{Nodes}/{Segment(name)}", "get", "nodes", name);

    public static KubernetesCall RemoveTaint(ClusterNode node, string key)
        => new(HttpMethod.Patch, $"{Nodes}/{Segment(node.Name)}", "patch", "nodes", node.Name)
        {
            Body = TaintPatch.Without(node, key),
            ContentType = "application/json-patch+json",
        };

    public static KubernetesCall SetCondition(ClusterNode node, MountCondition condition)
        => new(HttpMethod.Patch, $"{Nodes}/{Segment(node.Name)}/status", "patch", "nodes/status", node.Name)
        {
            Body = ConditionPatch.Of(node.Uid, condition),
            // Conditions merge by their type: this one is replaced or added, others stay.
            ContentType = "application/strategic-merge-patch+json",
        };

    public static KubernetesCall CreateEvent(NodeEvent happened)
        => new(HttpMethod.Post, Events, "create", "events", happened.Node)
        {
            Body = EventWriter.Write(happened),
            ContentType = "application/json",
        };

    public static KubernetesCall DeleteClaim(string name)
        => new(HttpMethod.Delete, $"{Claims}/{Segment(name)}", "delete", "nodeclaims.karpenter.sh", name);

    // A name is a DNS subdomain; `..` or a slash would be another address.
    // https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
    private static string Segment(string name)
        => name is { Length: > 0 and <= LongestName }
            && char.IsAsciiLetterOrDigit(name[0])
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')
            ? name
            : throw new ArgumentException($"'{name}' is no name of a Kubernetes object", nameof(name));
}
