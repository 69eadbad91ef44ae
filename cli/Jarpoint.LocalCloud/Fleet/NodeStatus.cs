using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Karpenter;
using Jarpoint.LocalCloud.Kubernetes;

namespace Jarpoint.LocalCloud.Fleet;

/// <summary>What a node object says of itself, as far as a display needs it.</summary>
internal sealed record NodeStatus(
    string Name, string Instance, bool Registered, bool Tainted, string Mounted, string? Reason, string? Message)
{
    public bool Ready => Registered && !Tainted && Mounted == "True";

    /// <param name="node">A node of the store.</param>
    /// <param name="taint">Key of the startup taint.</param>
    public static NodeStatus Of(StoredObject node, string taint)
    {
        var document = node.Document();
        var providerId = document["spec"]?["providerID"]?.GetValue<string>() ?? string.Empty;
        var condition = (document["status"]?["conditions"] as JsonArray)?
            .FirstOrDefault(static one => one?["type"]?.GetValue<string>() == "JarsMounted");
        return new NodeStatus(
            node.Name,
            providerId[(providerId.LastIndexOf('/') + 1)..],
            node.Labels.GetValueOrDefault(KarpenterNames.Registered) == "true",
            (document["spec"]?["taints"] as JsonArray)?.Any(one => one?["key"]?.GetValue<string>() == taint) == true,
            condition?["status"]?.GetValue<string>() ?? "Unknown",
            condition?["reason"]?.GetValue<string>(),
            condition?["message"]?.GetValue<string>());
    }
}
