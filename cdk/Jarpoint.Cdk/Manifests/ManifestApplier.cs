using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Constructs;
using Jarpoint.Cdk.Application;

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

    private const int FunctionTimeout = 300;

    /// <summary>Seconds for the function and two more tries of Lambda; CloudFormation would wait an hour.</summary>
    private const int ServiceTimeout = 1200;

    public ManifestApplier(Construct scope, string id, JarpointApplication application, ManifestSet manifests)
        : base(scope, id)
    {
        var cluster = application.Parameters["Cluster"];
        var logs = new CfnLogGroup(this, "Logs", new CfnLogGroupProps
        {
            RetentionInDays = int.Parse(application.Parameters["LogRetentionDays"], CultureInfo.InvariantCulture),
        });
        var role = ManifestApplierRole.Create(this, "Role", application.Parameters, logs.AttrArn);
        var function = new CfnFunction(this, "Function", new CfnFunctionProps
        {
            Description = "Applies Kubernetes objects for CloudFormation.",
            Runtime = "provided.al2023",
            Architectures = [application.Parameters["Architecture"]],
            Handler = Handler,
            Code = new CfnFunction.CodeProperty { S3Bucket = application.Code.S3BucketName, S3Key = application.Code.S3ObjectKey },
            MemorySize = 512,
            Timeout = FunctionTimeout,
            Role = role.AttrArn,
            LoggingConfig = new CfnFunction.LoggingConfigProperty { LogGroup = logs.Ref, LogFormat = "Text" },
            TracingConfig = new CfnFunction.TracingConfigProperty { Mode = "Active" },
            VpcConfig = Network(application.Parameters),
            // Which cluster is meant, each request says.
            Environment = new CfnFunction.EnvironmentProperty
            {
                Variables = new Dictionary<string, string> { ["JARPOINT_LOG_LEVEL"] = application.Parameters["LogLevel"] },
            },
        });

        // A request that CloudFormation does not wait for any more must not come after the next one.
        var delivery = new CfnEventInvokeConfig(this, "Delivery", new CfnEventInvokeConfigProps
        {
            FunctionName = function.Ref,
            Qualifier = "$LATEST",
            MaximumEventAgeInSeconds = ServiceTimeout,
            MaximumRetryAttempts = 2,
        });

        // It writes RBAC, and Kubernetes lets nobody give rights he does not have; so it has them all. Only
        // CloudFormation invokes it, and it applies what stands in the template.
        var access = ClusterAccess.Administrator(this, "Access", cluster, role.AttrArn);
        var resource = new CfnResource(this, "Manifests", new CfnResourceProps
        {
            Type = ResourceType,
            Properties = new Dictionary<string, object>
            {
                ["ServiceToken"] = function.AttrArn,
                ["ServiceTimeout"] = ServiceTimeout,
                ["Cluster"] = cluster,
                ["FieldManager"] = FieldManager,
                ["Manifests"] = manifests.ToJson(),
            },
        });
        // Whoever deletes the stack deletes the objects first, while the function may still speak to the cluster.
        resource.AddDependency(access);
        resource.AddDependency(delivery);
    }

    private static CfnFunction.VpcConfigProperty? Network(IReadOnlyDictionary<string, string> parameters) =>
        ManifestApplierRole.IsInVpc(parameters)
            ? new CfnFunction.VpcConfigProperty
            {
                SubnetIds = parameters["SubnetIds"].Split(','),
                SecurityGroupIds = parameters["SecurityGroupIds"].Split(','),
            }
            : null;
}
