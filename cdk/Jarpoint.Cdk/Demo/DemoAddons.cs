using Amazon.CDK.AWS.EKS;
using Constructs;

namespace Jarpoint.Cdk.Demo;

/// <summary>EKS add-ons, each in the version EKS has as default for the cluster's Kubernetes.</summary>
internal sealed class DemoAddons : Construct
{
    // A node is not ready without these, and the node group waits for its nodes.
    private static readonly string[] BeforeNodes = ["vpc-cni", "kube-proxy", "eks-pod-identity-agent"];

    // These are deployments: without a node they never get well, and CloudFormation waits for that.
    private static readonly string[] AfterNodes = ["coredns", "metrics-server"];

    public DemoAddons(Construct scope, string id, CfnCluster cluster, CoreNodes nodes)
        : base(scope, id)
    {
        foreach (var name in BeforeNodes)
            nodes.Group.AddDependency(Addon(name, cluster));
        foreach (var name in AfterNodes)
            Addon(name, cluster).AddDependency(nodes.Group);
    }

    private CfnAddon Addon(string name, CfnCluster cluster) => new(this, name, new CfnAddonProps
    {
        AddonName = name,
        ClusterName = cluster.Ref,
        ResolveConflicts = "OVERWRITE",
    });
}
