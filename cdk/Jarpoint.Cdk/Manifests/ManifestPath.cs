using System.Globalization;
using System.Text.Json.Nodes;

namespace Jarpoint.Cdk.Manifests;

/// <summary>Where a value stands in an object, as a JSON Pointer (RFC 6901): <c>/spec/template/spec/taints/0/key</c>.</summary>
internal static class ManifestPath
{
    /// <summary>Puts <paramref name="value"/> where something stands already, or <paramref name="mayAdd"/> beside it.</summary>
    /// <param name="root">The object.</param>
    /// <param name="path">Leads to a member or an item.</param>
    /// <param name="value">Null takes away what stands there.</param>
    /// <param name="mayAdd">Whether the last member may be a new one.</param>
    /// <exception cref="InvalidOperationException">The path leads nowhere, so the manifest has changed since.</exception>
    public static void Set(JsonNode root, string path, JsonNode? value, bool mayAdd)
    {
        var steps = path.Split('/').Skip(1).Select(Unescaped).ToArray();
        var parent = steps[..^1].Aggregate(root, (node, step) => Child(node, step) ?? throw Nowhere(path, step));
        switch (parent)
        {
            case JsonObject map when map.ContainsKey(steps[^1]) && value is null:
                map.Remove(steps[^1]);
                break;
            case JsonObject map when (mayAdd && value is not null) || map.ContainsKey(steps[^1]):
                map[steps[^1]] = value;
                break;
            case JsonArray list when Index(list, steps[^1]) is { } index:
                list.RemoveAt(index);
                if (value is not null)
                    list.Insert(index, value);
                break;
            default:
                throw Nowhere(path, steps[^1]);
        }
    }

    private static string Unescaped(string step) =>
        step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static JsonNode? Child(JsonNode node, string step) => node switch
    {
        JsonObject map => map[step],
        JsonArray list when Index(list, step) is { } index => list[index],
        _ => null,
    };

    private static int? Index(JsonArray list, string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count ? index : null;

    private static InvalidOperationException Nowhere(string path, string step) => new($"There is no '{step}' at {path}.");
}
