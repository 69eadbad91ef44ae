using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.EKS;
using Constructs;

namespace Jarpoint.Cdk.Demo;

/// <summary>The few nodes that Karpenter and the operators run on. Karpenter cannot launch those it runs on itself.</summary>
internal sealed class CoreNodes : Construct
{
    public CoreNodes(Construct scope, string id, DemoClusterSettings settings, CfnCluster cluster, DemoNetwork network)
        : base(scope, id)
    {
        var role = NodeRole.Create(this, "Role");
        Group = new CfnNodegroup(this, "Group", new CfnNodegroupProps
        {
            ClusterName = cluster.Ref,
            NodeRole = role.RoleArn,
            Subnets = [.. network.PrivateSubnets],
            AmiType = settings.Architecture == CpuArchitecture.Arm64 ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD",
            InstanceTypes = [settings.Architecture == CpuArchitecture.Arm64 ? "m7g.large" : "m7i.large"],
            CapacityType = "ON_DEMAND",
            ScalingConfig = new CfnNodegroup.ScalingConfigProperty
            {
                MinSize = settings.CoreNodes,
                DesiredSize = settings.CoreNodes,
                MaxSize = settings.CoreNodes + 1,
            },
            UpdateConfig = new CfnNodegroup.UpdateConfigProperty { MaxUnavailable = 1 },
            Labels = new Dictionary<string, string> { ["jarpoint/pool"] = "core" },
            LaunchTemplate = Launch(),
        });
    }

    public CfnNodegroup Group { get; }

    private CfnNodegroup.LaunchTemplateSpecificationProperty Launch()
    {
        var template = new CfnLaunchTemplate(this, "Launch", new CfnLaunchTemplateProps
        {
            LaunchTemplateData = new CfnLaunchTemplate.LaunchTemplateDataProperty
            {
                // One hop: pods get credentials from Pod Identity, never the node's.
                MetadataOptions = new CfnLaunchTemplate.MetadataOptionsProperty
                {
                    HttpTokens = "required",
                    HttpPutResponseHopLimit = 1,
                },
                BlockDeviceMappings = new[]
                {
                    new CfnLaunchTemplate.BlockDeviceMappingProperty
                    {
                        DeviceName = "/dev/xvda",
                        Ebs = new CfnLaunchTemplate.EbsProperty { VolumeType = "gp3", VolumeSize = 40, Encrypted = true },
                    },
                },
            },
        });
        return new CfnNodegroup.LaunchTemplateSpecificationProperty
        {
            Id = template.Ref,
            Version = template.AttrLatestVersionNumber,
        };
    }
}
