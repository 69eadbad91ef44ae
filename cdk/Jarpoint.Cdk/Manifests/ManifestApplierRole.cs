using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Jarpoint.Cdk.Manifests;

/// <summary>What <see cref="ManifestApplier"/> may do in the account; what it may do in the cluster is its access entry's.</summary>
internal static class ManifestApplierRole
{
    // What Lambda needs to put a function into a VPC: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
    private static readonly string[] NetworkActions =
    [
        "ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:DeleteNetworkInterface",
        "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses",
    ];

    public static bool IsInVpc(IReadOnlyDictionary<string, string> parameters) =>
        parameters["SubnetIds"].Length > 0 || parameters["SecurityGroupIds"].Length > 0;

    /// <param name="scope">Of the role.</param>
    /// <param name="id">Of the role.</param>
    /// <param name="parameters">Of the template.</param>
    /// <param name="logGroup">ARN of the function's log group.</param>
    public static CfnRole Create(
        Construct scope, string id, IReadOnlyDictionary<string, string> parameters, string logGroup)
    {
        List<PolicyStatement> statements =
        [
            Allow(logGroup, "logs:CreateLogStream", "logs:PutLogEvents"),
            // These know no resources.
            Allow("*", "xray:PutTraceSegments", "xray:PutTelemetryRecords"),
            Allow(
                $"arn:{Aws.PARTITION}:eks:{Aws.REGION}:{Aws.ACCOUNT_ID}:cluster/{parameters["Cluster"]}",
                "eks:DescribeCluster"),
        ];
        if (IsInVpc(parameters))
            statements.Add(Allow("*", NetworkActions));

        return new CfnRole(scope, id, new CfnRoleProps
        {
            AssumeRolePolicyDocument = new PolicyDocument(new PolicyDocumentProps
            {
                Statements =
                [
                    new PolicyStatement(new PolicyStatementProps
                    {
                        Principals = [new ServicePrincipal("lambda.amazonaws.com")],
                        Actions = ["sts:AssumeRole"],
                    }),
                ],
            }),
            PermissionsBoundary = parameters["PermissionsBoundary"] is { Length: > 0 } boundary ? boundary : null,
            Policies = new[]
            {
                new CfnRole.PolicyProperty
                {
                    PolicyName = "Work",
                    PolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = [.. statements] }),
                },
            },
        });
    }

    private static PolicyStatement Allow(string resource, params string[] actions) =>
        new(new PolicyStatementProps { Actions = actions, Resources = [resource] });
}
