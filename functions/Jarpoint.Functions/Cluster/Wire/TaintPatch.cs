using System.Buffers;
using System.Text.Json;
using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Functions.Cluster.Wire;

/// <summary>
/// A JSON Patch of a node's taints. The list is atomic, and Karpenter and the kubelet write it too: it is replaced only
/// while it is what was read, of the very node that was read.
/// </summary>
internal static class TaintPatch
{
    private const string Taints = "/spec/taints";

    public static ReadOnlyMemory<byte> Without(ClusterNode node, string key)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        Start(json, "test", "/metadata/uid");
        json.WriteString("value", node.Uid);
        json.WriteEndObject();
        Start(json, "test", Taints);
        Write(json, node.Taints);
        json.WriteEndObject();
        var rest = node.Taints.Where(taint => taint.Key != key).ToList();
        Start(json, rest.Count == 0 ? "remove" : "replace", Taints);
        if (rest.Count > 0)
        {
            Write(json, rest);
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void Start(Utf8JsonWriter json, string operation, string path)
    {
        json.WriteStartObject();
        json.WriteString("op", operation);
        json.WriteString("path", path);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<NodeTaint> taints)
    {
        json.WriteStartArray("value");
        foreach (var taint in taints)
        {
            json.WriteStartObject();
            json.WriteString("key", taint.Key);
            if (taint.Value is not null)
            {
                json.WriteString("value", taint.Value);
            }

            json.WriteString("effect", taint.Effect);
            if (taint.TimeAdded is not null)
            {
                json.WriteString("timeAdded", taint.TimeAdded);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
