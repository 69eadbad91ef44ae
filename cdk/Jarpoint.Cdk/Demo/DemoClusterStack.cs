using Amazon.CDK;
using Constructs;

namespace Jarpoint.Cdk.Demo;

/// <summary>A cluster for people who have none: network, EKS, core nodes, add-ons, and all of Karpenter but its chart.</summary>
/// <remarks>
/// No chart is installed by CloudFormation: <c>cdk/demo/install</c> does that with Helm. The pools for Spark come with
/// <see cref="JarpointStack"/>, once Karpenter's resource definitions are there.
/// </remarks>
internal sealed class DemoClusterStack : Stack
{
    public DemoClusterStack(Construct scope, string id, DemoClusterSettings settings, IStackProps? props = null)
        : base(scope, id, props)
    {
        settings = settings.Checked();
        var network = new DemoNetwork(this, "Network", settings.Name);
        var plane = new DemoControlPlane(this, "ControlPlane", settings, network);
        var nodes = new CoreNodes(this, "CoreNodes", settings, plane.Cluster, network);
        new DemoAddons(this, "Addons", plane.Cluster, nodes);
        var karpenter = new DemoKarpenter(this, "Karpenter", settings, plane.Cluster);

        Settings = settings;
        KarpenterNodeRole = karpenter.Nodes.RoleName;
        Out("ClusterName", plane.Cluster.Ref, "Name of the EKS cluster.");
        Out("KarpenterNodeRoleName", KarpenterNodeRole, "Role of the nodes Karpenter launches.");
        Out("KarpenterQueueName", karpenter.Interruptions.Queue.QueueName, "For cdk/demo/install.");
    }

    public DemoClusterSettings Settings { get; }

    /// <summary>Name of the role of the nodes Karpenter launches.</summary>
    public string KarpenterNodeRole { get; }

    private void Out(string name, string value, string description) =>
        new CfnOutput(this, name, new CfnOutputProps { Value = value, Description = description });
}
