using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Functions.Cluster.Wire;

/// <summary>
/// An Event of core/v1. https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/
/// </summary>
internal static class EventWriter
{
    /// <summary>Where events about objects without a namespace live.</summary>
    public const string Namespace = "default";

    private const string Reporter = "jarpoint";
    private const int LongestMessage = 1_024;
    private const int LongestNodeInName = 230;

    public static ReadOnlyMemory<byte> Write(NodeEvent happened)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("apiVersion", "v1");
        json.WriteString("kind", "Event");
        json.WriteStartObject("metadata");
        json.WriteString("name", Name(happened));
        json.WriteString("namespace", Namespace);
        json.WriteEndObject();
        json.WriteStartObject("involvedObject");
        json.WriteString("apiVersion", "v1");
        json.WriteString("kind", "Node");
        json.WriteString("name", happened.Node);
        json.WriteString("uid", happened.Uid);
        json.WriteEndObject();
        json.WriteString("type", happened.Warning ? "Warning" : "Normal");
        json.WriteString("reason", happened.Reason);
        json.WriteString("message", Cut(happened.Message));
        json.WriteString("firstTimestamp", WireTime.Of(happened.At));
        json.WriteString("lastTimestamp", WireTime.Of(happened.At));
        json.WriteNumber("count", 1);
        json.WriteStartObject("source");
        json.WriteString("component", Reporter);
        json.WriteEndObject();
        json.WriteString("reportingComponent", Reporter);
        json.WriteString("reportingInstance", Reporter);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    // Of what happened, not of chance: a retry after a lost answer finds the event and adds no second one.
    private static string Name(NodeEvent happened)
    {
        var text = $"{happened.Uid}\n{happened.Warning}\n{happened.Reason}\n{happened.Message}\n{happened.At.UtcTicks}";
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, 8);
        var node = happened.Node[..Math.Min(happened.Node.Length, LongestNodeInName)].TrimEnd('.', '-');
        return $"{node}.{digest}";
    }

    // Never between the halves of a surrogate pair.
    private static string Cut(string message)
    {
        if (message.Length <= LongestMessage)
        {
            return message;
        }

        var end = LongestMessage - 1;
        return message[..(char.IsHighSurrogate(message[end - 1]) ? end - 1 : end)] + "…";
    }
}
