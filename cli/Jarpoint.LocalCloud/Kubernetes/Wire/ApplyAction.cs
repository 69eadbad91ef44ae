using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Kubernetes.Applies;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>
/// A patch of the type <c>application/apply-patch+yaml</c>: creates the object or merges into it. JSON only, which is what
/// clients send. The parameter fieldValidation is taken and has no effect: there are no schemas here.
/// </summary>
internal static class ApplyAction
{
    public const string MediaType = "application/apply-patch+yaml";

    /// <returns>The object, and whether it is new.</returns>
    /// <exception cref="StatusException">It cannot be applied.</exception>
    public static (StoredObject Object, bool Created) Apply(
        KubernetesStore store, KubernetesExchange exchange, JsonNode? patch, DateTimeOffset time)
    {
        var path = exchange.Path;
        if (path.Subresource is not null)
        {
            throw Statuses.NotEmulated("server-side apply to a subresource");
        }

        var applied = Check(exchange, patch);
        Placement.Demand(store, path.Namespace);
        var apply = new ServerSideApply(
            exchange.Query["fieldManager"]!, exchange.Query["force"] == "true", KubernetesStore.Timestamp(time));
        while (true)
        {
            try
            {
                return store.Find(path.Kind, path.Name!, exchange.Namespace) is null
                    ? (store.Create(path.Kind, apply.Merge(path.Kind, [], applied)), true)
                    : (store.Update(
                        path.Kind, path.Name!, exchange.Namespace, live => apply.Merge(path.Kind, live, applied)), false);
            }
            catch (StatusException raced) when (raced.Reason is "AlreadyExists" or "NotFound")
            {
                // It came or went between the look and the write.
            }
        }
    }

    private static JsonObject Check(KubernetesExchange exchange, JsonNode? patch)
    {
        var (kind, name) = (exchange.Path.Kind, exchange.Path.Name!);
        if (string.IsNullOrEmpty(exchange.Query["fieldManager"]))
        {
            throw Statuses.Invalid(
                kind, "", "fieldManager", "Required value: is required for apply patch");
        }

        if (patch?.DeepClone() is not JsonObject applied)
        {
            throw Statuses.BadRequest("error decoding YAML: an apply patch is an object");
        }

        if (applied.Text("kind") != kind.Kind || applied.Text("apiVersion") != kind.ApiVersion)
        {
            throw Statuses.BadRequest(
                $"the data is a {applied.Text("kind")} of {applied.Text("apiVersion")} and does not match the expected "
                + $"{kind.Kind} of {kind.ApiVersion}");
        }

        var metadata = applied.Ensure("metadata");
        if (metadata.ContainsKey("managedFields"))
        {
            throw Statuses.BadRequest("metadata.managedFields must be nil");
        }

        if (metadata.Text("name") is { } said && said != name)
        {
            throw Statuses.BadRequest(
                $"the name of the object ({said}) does not match the name on the URL ({name})");
        }

        metadata["name"] = name;
        Placement.Of(exchange, applied);
        applied.Remove("status");
        return applied;
    }
}
