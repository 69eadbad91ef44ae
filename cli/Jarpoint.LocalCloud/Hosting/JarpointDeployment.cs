using Jarpoint.LocalCloud.Functions;
using Jarpoint.NodeDocument;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>Jarpoint as template.yaml deploys it.</summary>
internal static class JarpointDeployment
{
    public const string JarsPrefix = "jars/";
    public const string CatalogRoot = "catalog/v1/";
    public const string MountDocument = MountCommand.DocumentName;
    public const string CareDocument = CareCommand.DocumentName;
    public const string Taint = "readiness.k8s.io/jars-mounted";

    /// <summary>The functions that keep the catalog, and with nodes those that keep them mounted.</summary>
    public static IReadOnlyList<FunctionDeployment> Functions(LocalNodeOptions? nodes)
        => nodes is null
            ? CatalogFunctions
            : [.. CatalogFunctions, MountNodes, RecordMounts, SweepNodes with { Rate = nodes.SweepRate }];

    /// <summary>Few invocations for many messages.</summary>
    private static EventSourceMappingDefinition Gathering { get; } =
        new() { BatchSize = 1000, BatchingWindow = TimeSpan.FromSeconds(1), MaximumConcurrency = 2 };

    private static IReadOnlyList<FunctionDeployment> CatalogFunctions { get; } =
    [
        new()
        {
            Function = "CatalogJars",
            Queue = "jarpoint-jars",
            Timeout = TimeSpan.FromSeconds(60),
            MemoryMiB = 1024,
            MaxReceiveCount = 10,
            Mapping = new() { BatchSize = 10, MaximumConcurrency = 10 },
            Bucket = new(JarsPrefix, ["ObjectCreated:*", "ObjectRemoved:*"]),
        },
        new()
        {
            Function = "PublishCatalog",
            Queue = "jarpoint-publish",
            Timeout = TimeSpan.FromSeconds(60),
            MemoryMiB = 512,

            // A burst of uploads holds its refresh back, one receive at a time.
            MaxReceiveCount = 100,

            // One publication covers every commit before it: gather them.
            Mapping = Gathering,
            Bucket = new(CatalogRoot + "log/", ["ObjectCreated:*"]),
            Rate = TimeSpan.FromMinutes(1),
        },
    ];

    private static FunctionDeployment MountNodes { get; } = new()
    {
        Function = "MountNodes",
        Queue = "jarpoint-launches",
        Timeout = TimeSpan.FromSeconds(60),
        MemoryMiB = 512,

        // A launch comes back until its agent is there or its deadline has passed.
        MaxReceiveCount = 100,
        Mapping = Gathering,
        EventPatterns =
        [
            """
            {"source":["aws.ec2"],"detail-type":["EC2 Instance State-change Notification"],
             "detail":{"state":["running"]}}
            """,
        ],
    };

    private static FunctionDeployment RecordMounts { get; } = new()
    {
        Function = "RecordMounts",
        Queue = "jarpoint-invocations",
        Timeout = TimeSpan.FromSeconds(60),
        MemoryMiB = 512,
        MaxReceiveCount = 100,
        Mapping = Gathering,

        // That a verification found a node healthy is no news: the sweep counts those, and none costs an invocation.
        EventPatterns =
        [
            $$"""
            {"source":["aws.ssm"],"detail-type":["EC2 Command Invocation Status-change Notification"],
             "detail":{"document-name":["{{MountDocument}}"],"status":["Success","Failed","TimedOut","Cancelled"]} }
            """,
            $$"""
            {"source":["aws.ssm"],"detail-type":["EC2 Command Invocation Status-change Notification"],
             "detail":{"document-name":["{{CareDocument}}"],"status":["Failed","TimedOut","Cancelled"]} }
            """,
        ],
    };

    private static FunctionDeployment SweepNodes { get; } = new()
    {
        Function = "SweepNodes",
        Queue = "jarpoint-sweeps",
        Timeout = TimeSpan.FromSeconds(120),
        MemoryMiB = 512,
        MaxReceiveCount = 3,
        Mapping = new() { BatchSize = 10, MaximumConcurrency = 2 },
        Rate = TimeSpan.FromMinutes(1),
    };

    public static IReadOnlyDictionary<string, string> Environment(string bucket, Uri endpoint)
        => new Dictionary<string, string>
        {
            ["JARPOINT_BUCKET"] = bucket,
            ["JARPOINT_JARS_PREFIX"] = JarsPrefix,
            ["JARPOINT_CATALOG_ROOT"] = CatalogRoot,
            ["JARPOINT_S3_PATH_STYLE"] = "true",
            ["AWS_ENDPOINT_URL"] = endpoint.ToString().TrimEnd('/'),
        };

    /// <summary>Variables of every function once there are nodes.</summary>
    public static Dictionary<string, string> NodeEnvironment(LocalNodeOptions nodes)
        => new()
        {
            ["JARPOINT_CLUSTER"] = nodes.Cluster,
            ["JARPOINT_MOUNT_PLAN"] = nodes.MountPlan ?? string.Empty,

            // Everything is near and young here: look soon, and often.
            ["JARPOINT_AGENT_GRACE_SECONDS"] = "0",
            ["JARPOINT_AGENT_POLL_SECONDS"] = "1",
            ["JARPOINT_REFRESH_QUIET_SECONDS"] = "2",
            ["JARPOINT_MOUNT_DOCUMENT"] = MountDocument,
            ["JARPOINT_CARE_DOCUMENT"] = CareDocument,
        };
}
