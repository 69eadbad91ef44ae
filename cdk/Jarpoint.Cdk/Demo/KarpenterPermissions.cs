using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace Jarpoint.Cdk.Demo;

/// <summary>
/// What the controller of Karpenter 1.14 may do: launch and end only what it has tagged as its own, and make instance
/// profiles only for the one node role.
/// </summary>
/// <remarks>
/// Actions and condition keys are those of https://karpenter.sh/docs/reference/cloudformation/; the statements are
/// arranged by what is done.
/// </remarks>
internal static class KarpenterPermissions
{
    private const string NodePool = "karpenter.sh/nodepool";
    private const string NodeClass = "karpenter.k8s.aws/ec2nodeclass";
    private const string RegionTag = "topology.kubernetes.io/region";

    private static readonly string[] Created =
        ["fleet", "instance", "volume", "network-interface", "launch-template", "spot-instances-request"];

    public static PolicyStatement[] For(string cluster, string clusterArn, string nodeRoleArn, string queueArn) =>
    [
        .. Launching(cluster),
        .. Tagging(cluster),
        .. InstanceProfiles(cluster, nodeRoleArn),
        .. Reading(),
        Allow(["eks:DescribeCluster"], [clusterArn]),
        Allow(["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"], [queueArn]),
    ];

    private static IEnumerable<PolicyStatement> Launching(string cluster)
    {
        string[] launch = ["ec2:RunInstances", "ec2:CreateFleet"];
        yield return Allow(
            launch,
            [
                Ec2("image", owner: string.Empty), Ec2("snapshot", owner: string.Empty), Ec2("security-group"), Ec2("subnet"),
                Ec2("capacity-reservation"), Ec2("placement-group"),
            ]);
        yield return Allow(launch, [Ec2("launch-template")], Owned(cluster));
        yield return Allow([.. launch, "ec2:CreateLaunchTemplate"], [.. Created.Select(kind => Ec2(kind))], Requested(cluster));
        yield return Allow(
            ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"], [Ec2("instance"), Ec2("launch-template")], Owned(cluster));
    }

    private static IEnumerable<PolicyStatement> Tagging(string cluster)
    {
        yield return Allow(
            ["ec2:CreateTags"],
            [.. Created.Select(kind => Ec2(kind))],
            Requested(cluster).Equal("ec2:CreateAction", "RunInstances", "CreateFleet", "CreateLaunchTemplate"));
        yield return Allow(
            ["ec2:CreateTags"],
            [Ec2("instance")],
            Owned(cluster)
                .With("StringEqualsIfExists", "aws:RequestTag/eks:eks-cluster-name", cluster)
                .With("ForAllValues:StringEquals", "aws:TagKeys", "eks:eks-cluster-name", "karpenter.sh/nodeclaim", "Name"));
    }

    private static IEnumerable<PolicyStatement> InstanceProfiles(string cluster, string nodeRoleArn)
    {
        string[] profiles = [$"arn:{Aws.PARTITION}:iam::{Aws.ACCOUNT_ID}:instance-profile/*"];
        yield return Allow(
            ["iam:PassRole"],
            [nodeRoleArn],
            new Conditions().Equal("iam:PassedToService", "ec2.amazonaws.com", "ec2.amazonaws.com.cn"));
        yield return Allow(["iam:CreateInstanceProfile"], profiles, OfRegion("Request", cluster));
        yield return Allow(
            ["iam:TagInstanceProfile"], profiles, OfRegion("Resource", cluster).And(OfRegion("Request", cluster)));
        yield return Allow(
            ["iam:AddRoleToInstanceProfile", "iam:RemoveRoleFromInstanceProfile", "iam:DeleteInstanceProfile"],
            profiles,
            OfRegion("Resource", cluster));
        yield return Allow(["iam:GetInstanceProfile"], profiles);
    }

    // None of these takes a resource, but for the parameters, which are AWS's own.
    private static IEnumerable<PolicyStatement> Reading()
    {
        string[] reads =
        [
            "CapacityReservations", "Images", "Instances", "InstanceStatus", "InstanceTypeOfferings", "InstanceTypes",
            "LaunchTemplates", "PlacementGroups", "SecurityGroups", "SpotPriceHistory", "Subnets",
        ];
        yield return Allow(
            [.. reads.Select(what => $"ec2:Describe{what}")], ["*"], new Conditions().Equal("aws:RequestedRegion", Aws.REGION));
        yield return Allow(["ssm:GetParameter"], [$"arn:{Aws.PARTITION}:ssm:{Aws.REGION}::parameter/aws/service/*"]);
        yield return Allow(["pricing:GetProducts", "iam:ListInstanceProfiles"], ["*"]);
    }

    private static Conditions Owned(string cluster) => new Conditions()
        .Equal($"aws:ResourceTag/kubernetes.io/cluster/{cluster}", "owned")
        .With("StringLike", $"aws:ResourceTag/{NodePool}", "*");

    private static Conditions Requested(string cluster) => new Conditions()
        .Equal($"aws:RequestTag/kubernetes.io/cluster/{cluster}", "owned")
        .Equal("aws:RequestTag/eks:eks-cluster-name", cluster)
        .With("StringLike", $"aws:RequestTag/{NodePool}", "*");

    private static Conditions OfRegion(string side, string cluster)
    {
        var conditions = new Conditions()
            .Equal($"aws:{side}Tag/kubernetes.io/cluster/{cluster}", "owned")
            .Equal($"aws:{side}Tag/{RegionTag}", Aws.REGION)
            .With("StringLike", $"aws:{side}Tag/{NodeClass}", "*");
        return side == "Request" ? conditions.Equal("aws:RequestTag/eks:eks-cluster-name", cluster) : conditions;
    }

    // Images and snapshots belong to no account in an ARN.
    private static string Ec2(string kind, string owner = "*") => $"arn:{Aws.PARTITION}:ec2:{Aws.REGION}:{owner}:{kind}/*";

    private static PolicyStatement Allow(string[] actions, string[] resources, Conditions? conditions = null) =>
        new(new PolicyStatementProps { Actions = actions, Resources = resources, Conditions = conditions?.ToDictionary() });
}
