using Amazon.CDK;
using Amazon.CDK.AWS.EKS;
using Constructs;

namespace Jarpoint.Cdk;

/// <summary>Who an IAM role is to a cluster's API server: EKS access entries.</summary>
internal static class ClusterAccess
{
    /// <summary>The group that <c>cdk/manifests/functions</c> binds its rights to.</summary>
    public const string FunctionsGroup = "jarpoint:functions";

    /// <summary>Everything in the cluster.</summary>
    public static CfnAccessEntry Administrator(Construct scope, string id, string cluster, string roleArn) =>
        new(scope, id, new CfnAccessEntryProps
        {
            ClusterName = cluster,
            PrincipalArn = roleArn,
            AccessPolicies = new[]
            {
                new CfnAccessEntry.AccessPolicyProperty
                {
                    PolicyArn = $"arn:{Aws.PARTITION}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
                    AccessScope = new CfnAccessEntry.AccessScopeProperty { Type = "cluster" },
                },
            },
        });

    /// <summary>Nothing but what RBAC gives <see cref="FunctionsGroup"/>.</summary>
    public static CfnAccessEntry Functions(Construct scope, string id, string cluster, string roleArn) =>
        new(scope, id, new CfnAccessEntryProps
        {
            ClusterName = cluster,
            PrincipalArn = roleArn,
            KubernetesGroups = [FunctionsGroup],
        });

    /// <summary>A node that launches itself, as Karpenter's do.</summary>
    public static CfnAccessEntry Nodes(Construct scope, string id, string cluster, string roleArn) =>
        new(scope, id, new CfnAccessEntryProps
        {
            ClusterName = cluster,
            PrincipalArn = roleArn,
            Type = "EC2_LINUX",
        });
}
