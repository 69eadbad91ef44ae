using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Kubernetes;

/// <summary>Reads and writes fields deep inside an object. What is missing, or of another type, is null.</summary>
internal static class JsonPaths
{
    // The API escapes no more than JSON asks for.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            node = node is JsonObject parent ? parent[name] : null;
        }

        return node;
    }

    public static string? Text(this JsonNode? node, params ReadOnlySpan<string> path)
        => node.At(path) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static JsonObject? Object(this JsonNode? node, params ReadOnlySpan<string> path)
        => node.At(path) as JsonObject;

    public static JsonArray? List(this JsonNode? node, params ReadOnlySpan<string> path) => node.At(path) as JsonArray;

    /// <summary>The object at a path, made when it is missing.</summary>
    public static JsonObject Ensure(this JsonObject node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (node[name] is not JsonObject child)
            {
                node[name] = child = [];
            }

            node = child;
        }

        return node;
    }

    /// <summary>The texts of a list of texts.</summary>
    public static IReadOnlyList<string> Texts(this JsonNode? node, params ReadOnlySpan<string> path)
        => node.List(path) is { } list ? [.. list.Select(static item => item.Text()).OfType<string>()] : [];

    /// <summary>Takes out what a test of its items holds for.</summary>
    public static void RemoveWhere(this JsonArray list, Predicate<JsonNode?> test)
    {
        for (var i = list.Count - 1; i >= 0; i--)
        {
            if (test(list[i]))
            {
                list.RemoveAt(i);
            }
        }
    }

    public static byte[] ToBytes(this JsonNode node)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            node.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
