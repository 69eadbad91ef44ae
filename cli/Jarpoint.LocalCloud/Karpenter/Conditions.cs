using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Kubernetes;

namespace Jarpoint.LocalCloud.Karpenter;

/// <summary>Conditions in the status of an object.</summary>
internal static class Conditions
{
    public static bool IsTrue(JsonObject document, string type)
        => Find(document, type).Text("status") == "True";

    /// <summary>Sets a condition; the time of the transition moves only with the status.</summary>
    public static void Set(JsonObject document, string type, string status, string reason, DateTimeOffset now)
    {
        var condition = Find(document, type);
        if (condition is null)
        {
            var parent = document.Ensure("status");
            if (parent["conditions"] is not JsonArray list)
            {
                parent["conditions"] = list = [];
            }

            condition = new JsonObject { ["type"] = type };
            list.Add((JsonNode)condition);
        }

        if (condition.Text("status") != status)
        {
            condition["lastTransitionTime"] = KubernetesStore.Timestamp(now);
        }

        condition["status"] = status;
        condition["reason"] = reason;
        condition["message"] = "";
    }

    private static JsonObject? Find(JsonObject document, string type)
        => document.List("status", "conditions")?.FirstOrDefault(each => each.Text("type") == type) as JsonObject;
}
