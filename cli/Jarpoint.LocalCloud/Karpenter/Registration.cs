using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Compute;
using Jarpoint.LocalCloud.Kubernetes;

namespace Jarpoint.LocalCloud.Karpenter;

/// <summary>
/// Karpenter's registration of a Node, and its initialization.
/// https://github.com/kubernetes-sigs/karpenter/blob/main/pkg/controllers/nodeclaim/lifecycle/registration.go
/// </summary>
internal sealed class Registration(KubernetesStore cluster, InstanceStore instances, TimeProvider time)
{
    /// <summary>
    /// Makes a Node Karpenter's: startup taints are merged back, whoever took them off before, and the label says so.
    /// </summary>
    public void Register(Instance instance, StoredObject claim, string nodeName)
    {
        var startupTaints = claim.Document().List("spec", "startupTaints") ?? [];
        cluster.Update(ResourceKind.Nodes, nodeName, "", node =>
        {
            Adopt(node, claim, startupTaints);
            return node;
        });
        cluster.Update(ResourceKind.NodeClaims, claim.Name, "", document =>
        {
            document.Ensure("status")["nodeName"] = nodeName;
            Conditions.Set(document, "Registered", "True", "Registered", time.GetUtcNow());
            Conditions.Set(document, "Initialized", "Unknown", "StartupTaintsExist", time.GetUtcNow());
            return document;
        });
        instances.SetTags(
            instance.Id,
            new Dictionary<string, string> { ["Name"] = nodeName, [KarpenterNames.NodeClaimTag] = claim.Name });
    }

    /// <summary>Ends the start of a Node once it is registered, ready and without startup taints.</summary>
    public void InitializeWhenReady(StoredObject claim, StoredObject node)
    {
        var (document, startup) = (node.Document(), claim.Document().List("spec", "startupTaints") ?? []);
        if (!node.Labels.ContainsKey(KarpenterNames.Registered)
            || node.Labels.ContainsKey(KarpenterNames.Initialized)
            || !Conditions.IsTrue(document, "Ready")
            || document.List("spec", "taints")?.Any(taint => startup.Any(each => IsSame(each, taint))) == true)
        {
            return;
        }

        cluster.Update(ResourceKind.Nodes, node.Name, "", static current =>
        {
            current.Ensure("metadata", "labels")[KarpenterNames.Initialized] = "true";
            return current;
        });
        cluster.Update(ResourceKind.NodeClaims, claim.Name, "", current =>
        {
            Conditions.Set(current, "Initialized", "True", "Initialized", time.GetUtcNow());
            Conditions.Set(current, "Ready", "True", "Ready", time.GetUtcNow());
            return current;
        });
    }

    private static bool IsSame(JsonNode? taint, JsonNode? other)
        => taint.Text("key") == other.Text("key") && taint.Text("effect") == other.Text("effect");

    private static void Adopt(JsonObject node, StoredObject claim, JsonArray startupTaints)
    {
        var labels = node.Ensure("metadata", "labels");
        var spec = node.Ensure("spec");
        if (spec["taints"] is not JsonArray taints)
        {
            spec["taints"] = taints = [];
        }

        if (labels.Text(KarpenterNames.DoNotSyncTaints) != "true")
        {
            foreach (var startup in startupTaints.Where(each => !taints.Any(taint => IsSame(each, taint))))
            {
                taints.Add(startup!.DeepClone());
            }
        }

        taints.RemoveWhere(static taint => taint.Text("key") == KarpenterNames.Unregistered);
        labels[KarpenterNames.Registered] = "true";
        var metadata = node.Ensure("metadata");
        metadata["finalizers"] = new JsonArray(KarpenterNames.Termination);
        metadata["ownerReferences"] = new JsonArray(new JsonObject
        {
            ["apiVersion"] = ResourceKind.NodeClaims.ApiVersion,
            ["kind"] = ResourceKind.NodeClaims.Kind,
            ["name"] = claim.Name,
            ["uid"] = claim.Uid,
            ["blockOwnerDeletion"] = true,
        });
    }
}
