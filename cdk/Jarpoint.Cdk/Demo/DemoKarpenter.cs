using Amazon.CDK.AWS.EKS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Jarpoint.Cdk.Demo;

/// <summary>Everything of Karpenter but its chart: identity of the controller and of its nodes, and its queue.</summary>
internal sealed class DemoKarpenter : Construct
{
    public DemoKarpenter(Construct scope, string id, DemoClusterSettings settings, CfnCluster cluster)
        : base(scope, id)
    {
        Interruptions = new KarpenterInterruptions(this, "Interruptions");
        Nodes = NodeRole.Create(this, "Nodes");
        ClusterAccess.Nodes(this, "NodeAccess", cluster.Ref, Nodes.RoleArn);

        var controller = new Role(this, "Controller", new RoleProps
        {
            AssumedBy = new SessionTagsPrincipal(new ServicePrincipal("pods.eks.amazonaws.com")),
        });
        // A managed policy: it has room for 6,144 characters, and a role's inline policies share 10,240.
        new ManagedPolicy(this, "ControllerPolicy", new ManagedPolicyProps
        {
            Roles = [controller],
            Statements = KarpenterPermissions.For(
                settings.Name, cluster.AttrArn, Nodes.RoleArn, Interruptions.Queue.QueueArn),
        });
        new CfnPodIdentityAssociation(this, "ControllerIdentity", new CfnPodIdentityAssociationProps
        {
            ClusterName = cluster.Ref,
            Namespace = settings.KarpenterNamespace,
            ServiceAccount = "karpenter",
            RoleArn = controller.RoleArn,
        });
    }

    public KarpenterInterruptions Interruptions { get; }

    public Role Nodes { get; }
}
