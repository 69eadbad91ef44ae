using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Kubernetes.Applies;

/// <summary>Reads and removes the field at a path of a <see cref="FieldSet"/>.</summary>
internal static class FieldAccess
{
    /// <summary>The value at a path; null where there is none.</summary>
    public static JsonNode? Get(JsonNode? node, ReadOnlySpan<string> path)
    {
        foreach (var token in path)
        {
            node = token == FieldSet.Item ? node : Step(node, token);
        }

        return node;
    }

    /// <summary>Takes the field away, and what is empty because of that.</summary>
    public static void Remove(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (path.Length == 0 || node is null)
        {
            return;
        }

        var last = path.Length == 1 || path[1] == FieldSet.Item;
        var child = Step(node, path[0]);
        if (!last)
        {
            Remove(child, path[1..]);
        }

        if (last || child is JsonObject { Count: 0 } or JsonArray { Count: 0 })
        {
            switch (node)
            {
                case JsonObject fields:
                    fields.Remove(path[0][2..]);
                    break;
                case JsonArray list when child is not null:
                    list.Remove(child);
                    break;
            }
        }
    }

    private static JsonNode? Step(JsonNode? node, string token)
        => (node, token[..2]) switch
        {
            (JsonObject fields, "f:") => fields[token[2..]],
            (JsonArray list, "k:") when JsonNode.Parse(token[2..]) is JsonObject key
                => list.FirstOrDefault(item => key.All(part => JsonNode.DeepEquals(item.At(part.Key), part.Value))),
            (JsonArray list, "v:") => list.FirstOrDefault(item => item?.ToJsonString() == token[2..]),
            _ => null,
        };
}
