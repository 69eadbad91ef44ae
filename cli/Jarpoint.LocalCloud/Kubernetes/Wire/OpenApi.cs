using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Kubernetes.Wire;

/// <summary>
/// As much of OpenAPI as kubectl apply asks for: which patches take the parameter fieldValidation. There are no schemas
/// in it, so kubectl merges kinds it knows by its own types, and others as plain JSON.
/// </summary>
internal static class OpenApi
{
    private const string Root = "/openapi/v3";

    /// <summary>The document at a path, or null when it is none of OpenAPI.</summary>
    public static JsonObject? At(string path)
        => path == Root ? Index()
            : path.StartsWith(Root + "/", StringComparison.Ordinal)
                && Versions().FirstOrDefault(each => path[Root.Length..] == each.Key) is { Key: not null } kinds
                ? Document(kinds)
            : null;

    private static IEnumerable<IGrouping<string, ResourceKind>> Versions() => ResourceKind.All.GroupBy(PathOf);

    private static string PathOf(ResourceKind kind)
        => kind.Group.Length == 0 ? $"/api/{kind.Version}" : $"/apis/{kind.ApiVersion}";

    private static JsonObject Index()
    {
        var paths = new JsonObject();
        foreach (var version in Versions())
        {
            paths[version.Key[1..]] = new JsonObject { ["serverRelativeURL"] = Root + version.Key };
        }

        return new JsonObject { ["paths"] = paths };
    }

    private static JsonObject Document(IGrouping<string, ResourceKind> kinds)
    {
        var paths = new JsonObject();
        foreach (var kind in kinds)
        {
            var place = kind.Namespaced ? "/namespaces/{namespace}" : "";
            paths[$"{kinds.Key}{place}/{kind.Plural}/{{name}}"] = new JsonObject { ["patch"] = Patch(kind) };
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = "unversioned" },
            ["paths"] = paths,
        };
    }

    private static JsonObject Patch(ResourceKind kind) => new()
    {
        ["parameters"] = new JsonArray(new JsonObject
        {
            ["name"] = "fieldValidation",
            ["in"] = "query",
            ["schema"] = new JsonObject { ["type"] = "string", ["uniqueItems"] = true },
        }),
        ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "OK" } },
        ["x-kubernetes-action"] = "patch",
        ["x-kubernetes-group-version-kind"] = new JsonObject
        {
            ["group"] = kind.Group,
            ["kind"] = kind.Kind,
            ["version"] = kind.Version,
        },
    };
}
