using System.Buffers;
using System.Text.Json;
using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Functions.Cluster.Wire;

/// <summary>
/// A strategic merge patch of one condition of a node's status. The uid in it keeps it from a node of the same name that
/// came later: the API server lets nobody change one.
/// </summary>
internal static class ConditionPatch
{
    public static ReadOnlyMemory<byte> Of(string uid, MountCondition condition)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartObject("metadata");
        json.WriteString("uid", uid);
        json.WriteEndObject();
        json.WriteStartObject("status");
        json.WriteStartArray("conditions");
        json.WriteStartObject();
        json.WriteString("type", MountCondition.Type);
        json.WriteString("status", Status(condition.Status));
        json.WriteString("reason", condition.Reason);
        json.WriteString("message", condition.Message);
        json.WriteString("lastHeartbeatTime", WireTime.Of(condition.ObservedAt));
        json.WriteString("lastTransitionTime", WireTime.Of(condition.ChangedAt));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static string Status(ConditionStatus status) => status switch
    {
        ConditionStatus.True => "True",
        ConditionStatus.False => "False",
        _ => "Unknown",
    };
}
