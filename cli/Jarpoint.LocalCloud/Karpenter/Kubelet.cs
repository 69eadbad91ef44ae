using Jarpoint.LocalCloud.Compute;
using Jarpoint.LocalCloud.Kubernetes;

namespace Jarpoint.LocalCloud.Karpenter;

/// <summary>What kubelets do to Nodes: they create theirs and say that it is ready. Heartbeats are not emulated.</summary>
internal sealed class Kubelet(KubernetesStore cluster, TimeProvider time)
{
    /// <summary>Creates the Node of an instance with the taints it was told to register with.</summary>
    /// <returns>Its name.</returns>
    public string Join(Instance instance, string pool, IReadOnlyList<string> startupTaints)
    {
        var node = NodeDocuments.Node(instance, pool, startupTaints);
        Conditions.Set(node, "Ready", "False", "KubeletNotReady", time.GetUtcNow());
        return cluster.Create(ResourceKind.Nodes, node).Name;
    }

    /// <summary>Says that it is ready; the node lifecycle controller then takes its taint off.</summary>
    public void BecomeReady(string name)
        => cluster.Update(ResourceKind.Nodes, name, "", node =>
        {
            Conditions.Set(node, "Ready", "True", "KubeletReady", time.GetUtcNow());
            node.List("spec", "taints")?.RemoveWhere(static taint => taint.Text("key") == ObjectRules.NotReadyTaint);
            return node;
        });
}
