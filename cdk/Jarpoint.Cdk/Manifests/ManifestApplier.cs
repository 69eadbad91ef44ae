using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Jarpoint.Cdk.Manifests;

/// <summary>
/// Applies Kubernetes objects as a CloudFormation resource: the sixth function of our binary, the role and the rights it
/// has in the cluster, and the custom resource that carries the objects.
/// </summary>
internal sealed class ManifestApplier : Construct
{
    /// <summary>Name of the handler, and of the function in the binary.</summary>
    public const string Handler = "ApplyManifests";

    public const string ResourceType = "Custom::JarpointManifests";

    /// <summary>Owner of the applied fields in server-side apply.</summary>
    public const string FieldManager = "jarpoint";

    /// <summary>Seconds; CloudFormation would wait an hour for a function that never answers.</summary>
    private const int LongestWait = 900;

    private const int FunctionTimeout = 300;

    public ManifestApplier(Construct scope, string id, ManifestApplierProps props)
        : base(scope, id)
    {
        var stack = Stack.Of(this);
        var logs = new LogGroup(this, "Logs", new LogGroupProps
        {
            Retention = RetentionDays.ONE_MONTH,
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
        var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        role.AddToPolicy(Allow("eks:DescribeCluster", stack.FormatArn(new ArnComponents
        {
            Service = "eks",
            Resource = "cluster",
            ResourceName = props.Cluster,
        })));
        var function = new Function(this, "Function", new FunctionProps
        {
            Description = "Applies Kubernetes objects for CloudFormation.",
            Runtime = Runtime.PROVIDED_AL2023,
            Architecture = props.Architecture == CpuArchitecture.Arm64 ? Architecture.ARM_64 : Architecture.X86_64,
            Handler = Handler,
            Code = Code.FromAsset(props.LambdaFolder),
            MemorySize = 512,
            Timeout = Duration.Seconds(FunctionTimeout),
            Role = role,
            LogGroup = logs,
            Tracing = Tracing.ACTIVE,
            Environment = new Dictionary<string, string> { ["JARPOINT_CLUSTER"] = props.Cluster },
        });
        logs.GrantWrite(role);

        // It writes RBAC, and Kubernetes lets nobody give rights he does not have; so it has them all. Only
        // CloudFormation invokes it, and it applies what stands in the template.
        var access = ClusterAccess.Administrator(this, "Access", props.Cluster, role.RoleArn);
        Resource = new CfnResource(this, "Manifests", new CfnResourceProps
        {
            Type = ResourceType,
            Properties = new Dictionary<string, object>
            {
                ["ServiceToken"] = function.FunctionArn,
                ["ServiceTimeout"] = LongestWait,
                ["Cluster"] = props.Cluster,
                ["FieldManager"] = FieldManager,
                ["Manifests"] = props.Manifests.ToJson(),
            },
        });
        // Whoever deletes the stack deletes the objects first, while the function may still speak to the cluster.
        Resource.AddDependency(access);
    }

    public CfnResource Resource { get; }

    private static PolicyStatement Allow(string action, string resource) =>
        new(new PolicyStatementProps { Actions = [action], Resources = [resource] });
}
