using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Jarpoint.Cdk.Demo;

/// <summary>What every node needs to join, to pull images, to give pods addresses, and to be reached by Systems Manager.</summary>
internal static class NodeRole
{
    private static readonly string[] Policies =
    [
        "AmazonEKSWorkerNodePolicy",
        "AmazonEC2ContainerRegistryPullOnly",
        "AmazonEKS_CNI_Policy",
        "AmazonSSMManagedInstanceCore",
    ];

    public static Role Create(Construct scope, string id) => new(scope, id, new RoleProps
    {
        AssumedBy = new ServicePrincipal("ec2.amazonaws.com"),
        ManagedPolicies = [.. Policies.Select(ManagedPolicy.FromAwsManagedPolicyName)],
    });
}
