using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Identity;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>What clients read to learn which resources there are.</summary>
internal static class Discovery
{
    /// <summary>The document at a path, or null when it is none of discovery.</summary>
    public static JsonObject? At(string path)
        => path.TrimEnd('/') switch
        {
            "/version" => Version(),
            "/api" => new JsonObject { ["kind"] = "APIVersions", ["versions"] = new JsonArray("v1") },
            "/apis" => new JsonObject
            {
                ["kind"] = "APIGroupList",
                ["apiVersion"] = "v1",
                ["groups"] = new JsonArray(
                    [.. ResourceKind.All.Where(static kind => kind.Group.Length > 0).DistinctBy(static kind => kind.Group)
                        .Select(Group)]),
            },
            var other => ResourceKind.All.Any(kind => other == PathOf(kind)) ? Resources(other) : null,
        };

    private static string PathOf(ResourceKind kind)
        => kind.Group.Length == 0 ? $"/api/{kind.Version}" : $"/apis/{kind.ApiVersion}";

    private static JsonObject Version() => new()
    {
        ["major"] = EksCluster.Version.Split('.')[0],
        ["minor"] = EksCluster.Version.Split('.')[1],
        ["gitVersion"] = $"v{EksCluster.Version}.0-jarpoint",
        ["platform"] = "linux/amd64",
    };

    private static JsonObject Group(ResourceKind kind)
    {
        JsonObject Of() => new() { ["groupVersion"] = kind.ApiVersion, ["version"] = kind.Version };
        return new JsonObject
        {
            ["name"] = kind.Group,
            ["versions"] = new JsonArray(Of()),
            ["preferredVersion"] = Of(),
        };
    }

    private static JsonObject Resources(string path)
    {
        var kinds = ResourceKind.All.Where(kind => PathOf(kind) == path).ToArray();
        return new JsonObject
        {
            ["kind"] = "APIResourceList",
            ["apiVersion"] = "v1",
            ["groupVersion"] = kinds[0].ApiVersion,
            ["resources"] = new JsonArray([.. kinds.SelectMany(Resource)]),
        };
    }

    private static IEnumerable<JsonNode> Resource(ResourceKind kind)
    {
        yield return Resource(kind, kind.Plural, ["get", "list", "watch", "create", "patch", "delete"]);
        if (kind.HasStatus)
        {
            yield return Resource(kind, kind.Plural + "/status", ["get", "patch"]);
        }
    }

    private static JsonObject Resource(ResourceKind kind, string name, IEnumerable<string> verbs) => new()
    {
        ["name"] = name,
        ["singularName"] = kind.Kind.ToLowerInvariant(),
        ["namespaced"] = kind.Namespaced,
        ["kind"] = kind.Kind,
        ["verbs"] = new JsonArray([.. verbs.Select(static verb => (JsonNode)verb)]),
    };
}
