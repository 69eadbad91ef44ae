namespace Jarpoint.Functions.Options;

/// <summary>Environment variables that configure the functions.</summary>
public static class OptionNames
{
    public const string Bucket = "JARPOINT_BUCKET";
    public const string JarsPrefix = "JARPOINT_JARS_PREFIX";
    public const string CatalogRoot = "JARPOINT_CATALOG_ROOT";
    public const string Digest = "JARPOINT_DIGEST";
    public const string Concurrency = "JARPOINT_CONCURRENCY";
    public const string MaxEntries = "JARPOINT_MAX_ENTRIES";
    public const string MaxDirectoryBytes = "JARPOINT_MAX_DIRECTORY_BYTES";
    public const string MaxEntryBytes = "JARPOINT_MAX_ENTRY_BYTES";
    public const string MaxInflatedBytes = "JARPOINT_MAX_INFLATED_BYTES";
    public const string MaxRatio = "JARPOINT_MAX_RATIO";
    public const string S3PathStyle = "JARPOINT_S3_PATH_STYLE";

    /// <summary>Whether a Maven repository is kept. True by default.</summary>
    public const string MavenView = "JARPOINT_MAVEN_VIEW";

    /// <summary>Whether the files of the Maven repository have a <c>.sha256</c> too. False by default.</summary>
    public const string MavenSha256 = "JARPOINT_MAVEN_SHA256";

    /// <summary>Name of the EKS cluster. Without it the catalog's functions have no nodes to refresh.</summary>
    public const string Cluster = "JARPOINT_CLUSTER";

    /// <summary>JSON: which node pools get which mounts. By default every pool gets <see cref="Bucket"/>.</summary>
    public const string MountPlan = "JARPOINT_MOUNT_PLAN";
    public const string ClusterEndpoint = "JARPOINT_CLUSTER_ENDPOINT";
    public const string ClusterAuthority = "JARPOINT_CLUSTER_CA";
    public const string MountDocument = "JARPOINT_MOUNT_DOCUMENT";
    public const string CareDocument = "JARPOINT_CARE_DOCUMENT";
    public const string Taint = "JARPOINT_TAINT";
    public const string ReadyDeadline = "JARPOINT_READY_DEADLINE_SECONDS";
    public const string AgentGrace = "JARPOINT_AGENT_GRACE_SECONDS";
    public const string AgentPoll = "JARPOINT_AGENT_POLL_SECONDS";
    public const string CommandTimeout = "JARPOINT_COMMAND_TIMEOUT_SECONDS";
    public const string LaunchPatience = "JARPOINT_LAUNCH_PATIENCE_SECONDS";
    public const string CommandPatience = "JARPOINT_COMMAND_PATIENCE_SECONDS";
    public const string GuardPercent = "JARPOINT_GUARD_PERCENT";
    public const string DryRun = "JARPOINT_DRY_RUN";
    public const string ReplaceUnready = "JARPOINT_REPLACE_UNREADY";
    public const string RefreshQuiet = "JARPOINT_REFRESH_QUIET_SECONDS";
    public const string RefreshMaxWait = "JARPOINT_REFRESH_MAX_WAIT_SECONDS";

    /// <summary>Event bus of EventBridge that hears of jars; nobody does without it.</summary>
    public const string EventBus = "JARPOINT_EVENT_BUS";

    /// <summary>Set by Lambda.</summary>
    public const string Region = "AWS_REGION";

    /// <summary>Of every AWS service, for the laptop cloud.</summary>
    public const string AwsEndpoint = "AWS_ENDPOINT_URL";
    public const string EksEndpoint = "AWS_ENDPOINT_URL_EKS";
    public const string EventBridgeEndpoint = "AWS_ENDPOINT_URL_EVENTBRIDGE";

    public const string LogLevel = "JARPOINT_LOG_LEVEL";

    /// <summary>Set by Lambda from the function's logging configuration; <see cref="LogLevel"/> wins.</summary>
    public const string LambdaLogLevel = "AWS_LAMBDA_LOG_LEVEL";
}
