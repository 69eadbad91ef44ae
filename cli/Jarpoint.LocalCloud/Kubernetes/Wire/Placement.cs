using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>Puts a new object into the namespace its path names.</summary>
internal static class Placement
{
    /// <exception cref="StatusException">The object says another one, or there is no such namespace.</exception>
    public static void Of(KubernetesExchange exchange, JsonObject document)
    {
        var metadata = document.Ensure("metadata");
        if (!exchange.Path.Kind.Namespaced)
        {
            metadata.Remove("namespace");
            return;
        }

        var ns = exchange.Path.Namespace
            ?? throw Statuses.BadRequest("an empty namespace may not be set during creation");
        if (metadata.Text("namespace") is { Length: > 0 } said && said != ns)
        {
            throw Statuses.BadRequest(
                "the namespace of the provided object does not match the namespace sent on the request");
        }

        metadata["namespace"] = ns;
    }

    /// <summary>Those of a fresh cluster are there whether or not the store has them.</summary>
    /// <exception cref="StatusException">404.</exception>
    public static void Demand(KubernetesStore store, string? ns)
    {
        if (ns is not (null or "default" or "kube-system" or "kube-public" or "kube-node-lease")
            && store.Find(ResourceKind.Namespaces, ns) is null)
        {
            throw Statuses.NotFound(ResourceKind.Namespaces, ns);
        }
    }
}
