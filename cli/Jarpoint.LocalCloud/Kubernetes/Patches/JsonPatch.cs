using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Kubernetes.Patches;

/// <summary>RFC 6902: all operations in their order, or none.</summary>
internal static class JsonPatch
{
    private const int MostOperations = 10_000;

    /// <exception cref="JsonPatchException">An operation does not apply, or a test fails.</exception>
    /// <exception cref="StatusException">It is no JSON Patch.</exception>
    public static void Apply(JsonObject target, JsonNode? patch)
    {
        if (patch is not JsonArray operations || operations.Any(static each => each is not JsonObject))
        {
            throw Statuses.BadRequest("error decoding patch: a JSON Patch is an array of operations");
        }

        if (operations.Count > MostOperations)
        {
            throw new StatusException(
                413, "RequestEntityTooLarge", "The allowed maximum operations in a JSON patch is 10000");
        }

        foreach (var operation in operations)
        {
            Apply(target, operation!.AsObject());
        }
    }

    private static void Apply(JsonObject target, JsonObject operation)
    {
        var path = PointerOf(operation, "path");
        switch (operation.Text("op"))
        {
            case "add":
                path.Add(target, ValueOf(operation));
                break;
            case "remove":
                path.Remove(target);
                break;
            case "replace":
                path.Replace(target, ValueOf(operation));
                break;
            case "move":
                var from = PointerOf(operation, "from");
                var moved = from.Get(target)?.DeepClone();
                from.Remove(target);
                path.Add(target, moved);
                break;
            case "copy":
                path.Add(target, PointerOf(operation, "from").Get(target)?.DeepClone());
                break;
            case "test" when !JsonNode.DeepEquals(path.Get(target), ValueOf(operation)):
                throw new JsonPatchException($"testing value {operation.Text("path")} failed");
            case "test":
                break;
            default:
                throw new JsonPatchException($"unknown operation '{operation.Text("op")}'");
        }
    }

    private static JsonPointer PointerOf(JsonObject operation, string name)
        => JsonPointer.Parse(operation.Text(name) ?? throw new JsonPatchException($"an operation has no {name}"));

    private static JsonNode? ValueOf(JsonObject operation)
        => operation.TryGetPropertyValue("value", out var value)
            ? value?.DeepClone()
            : throw new JsonPatchException("an operation has no value");
}
