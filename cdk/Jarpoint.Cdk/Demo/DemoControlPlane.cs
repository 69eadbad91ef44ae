using Amazon.CDK;
using Amazon.CDK.AWS.EKS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Jarpoint.Cdk.Demo;

/// <summary>The EKS control plane and who may speak to it. L1: the L2 ends at Kubernetes 1.30 and brings kubectl 1.20.</summary>
internal sealed class DemoControlPlane : Construct
{
    public DemoControlPlane(Construct scope, string id, DemoClusterSettings settings, DemoNetwork network)
        : base(scope, id)
    {
        // EKS writes to a group of this name and makes it without a retention unless it is there before.
        var logs = new LogGroup(this, "Logs", new LogGroupProps
        {
            LogGroupName = $"/aws/eks/{settings.Name}/cluster",
            Retention = RetentionDays.ONE_MONTH,
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("eks.amazonaws.com"),
            ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName("AmazonEKSClusterPolicy")],
        });
        Cluster = new CfnCluster(this, "Cluster", new CfnClusterProps
        {
            Name = settings.Name,
            Version = settings.KubernetesVersion,
            RoleArn = role.RoleArn,
            AccessConfig = new CfnCluster.AccessConfigProperty
            {
                AuthenticationMode = "API",
                BootstrapClusterCreatorAdminPermissions = false,
            },
            ResourcesVpcConfig = new CfnCluster.ResourcesVpcConfigProperty
            {
                SubnetIds = [.. network.PrivateSubnets, .. network.PublicSubnets],
                EndpointPrivateAccess = true,
                // The functions run outside of any VPC and come from Lambda's addresses, which nobody can list.
                EndpointPublicAccess = true,
            },
            Logging = new CfnCluster.LoggingProperty
            {
                ClusterLogging = new CfnCluster.ClusterLoggingProperty
                {
                    EnabledTypes = new[] { Log("api"), Log("audit"), Log("authenticator") },
                },
            },
            UpgradePolicy = new CfnCluster.UpgradePolicyProperty { SupportType = "STANDARD" },
        });
        Cluster.Node.AddDependency(logs);

        foreach (var (name, index) in settings.Administrators.Select((name, index) => (name, index)))
        {
            ClusterAccess.Administrator(
                this, $"Administrator{index + 1}", Cluster.Ref, $"arn:{Aws.PARTITION}:iam::{Aws.ACCOUNT_ID}:role/{name}");
        }
    }

    public CfnCluster Cluster { get; }

    private static CfnCluster.LoggingTypeConfigProperty Log(string type) => new() { Type = type };
}
