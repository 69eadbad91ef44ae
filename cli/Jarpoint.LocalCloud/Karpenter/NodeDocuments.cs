using System.Text.Json.Nodes;
using Jarpoint.LocalCloud.Compute;
using Jarpoint.LocalCloud.Identity;

namespace Jarpoint.LocalCloud.Karpenter;

/// <summary>Nodes as kubelets create them and NodeClaims as Karpenter does.</summary>
internal static class NodeDocuments
{
    public static string ProviderId(Instance instance) => $"aws:///{instance.Zone}/{instance.Id}";

    public static JsonObject Claim(Instance instance, string pool, IReadOnlyList<string> startupTaints) => new()
    {
        ["metadata"] = new JsonObject
        {
            ["generateName"] = pool + "-",
            ["labels"] = Labels(instance, pool),
            ["finalizers"] = new JsonArray(KarpenterNames.Termination),
        },
        ["spec"] = new JsonObject
        {
            ["startupTaints"] = Taints(startupTaints),
            ["nodeClassRef"] = new JsonObject
            {
                ["group"] = "karpenter.k8s.aws",
                ["kind"] = "EC2NodeClass",
                ["name"] = "default",
            },
        },
        ["status"] = new JsonObject
        {
            ["providerID"] = ProviderId(instance),
            ["imageID"] = instance.Launch.ImageId,
        },
    };

    public static JsonObject Node(Instance instance, string pool, IReadOnlyList<string> startupTaints)
    {
        var labels = Labels(instance, pool);
        labels["kubernetes.io/hostname"] = instance.PrivateDnsName;
        labels["kubernetes.io/os"] = "linux";
        var taints = Taints(startupTaints);
        taints.Add((JsonNode)new JsonObject { ["key"] = KarpenterNames.Unregistered, ["effect"] = "NoExecute" });
        return new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = instance.PrivateDnsName, ["labels"] = labels },
            ["spec"] = new JsonObject { ["providerID"] = ProviderId(instance), ["taints"] = taints },
            ["status"] = new JsonObject
            {
                ["addresses"] = new JsonArray(
                    new JsonObject { ["type"] = "InternalIP", ["address"] = instance.PrivateAddress },
                    new JsonObject { ["type"] = "Hostname", ["address"] = instance.PrivateDnsName }),
                ["nodeInfo"] = new JsonObject
                {
                    ["kubeletVersion"] = $"v{EksCluster.Version}.0-eks-jarpoint",
                    ["operatingSystem"] = "linux",
                    ["osImage"] = "Amazon Linux 2023",
                },
            },
        };
    }

    public static JsonArray Taints(IEnumerable<string> keys)
        => new([.. keys.Select(static key => new JsonObject { ["key"] = key, ["effect"] = "NoSchedule" })]);

    private static JsonObject Labels(Instance instance, string pool) => new()
    {
        [KarpenterNames.Pool] = pool,
        ["karpenter.sh/capacity-type"] = "on-demand",
        ["node.kubernetes.io/instance-type"] = instance.Launch.InstanceType,
        ["topology.kubernetes.io/zone"] = instance.Zone,
        ["topology.kubernetes.io/region"] = instance.Zone[..^1],
    };
}
