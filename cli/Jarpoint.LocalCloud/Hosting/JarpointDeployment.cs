namespace Jarpoint.LocalCloud.Hosting;

/// <summary>Jarpoint as template.yaml deploys it.</summary>
internal static class JarpointDeployment
{
    public const string JarsPrefix = "jars/";
    public const string CatalogRoot = "catalog/v1/";

    public static IReadOnlyList<FunctionDeployment> Functions { get; } =
    [
        new()
        {
            Function = "CatalogJars",
            Queue = "jarpoint-jars",
            Timeout = TimeSpan.FromSeconds(60),
            MemoryMiB = 1024,
            MaxReceiveCount = 10,
            Mapping = new() { BatchSize = 10, MaximumConcurrency = 10 },
            Prefix = JarsPrefix,
            Events = ["ObjectCreated:*", "ObjectRemoved:*"],
        },
        new()
        {
            Function = "PublishCatalog",
            Queue = "jarpoint-publish",
            Timeout = TimeSpan.FromSeconds(60),
            MemoryMiB = 512,
            MaxReceiveCount = 10,

            // One publication covers every commit before it: gather them.
            Mapping = new() { BatchSize = 1000, BatchingWindow = TimeSpan.FromSeconds(1), MaximumConcurrency = 2 },
            Prefix = CatalogRoot + "log/",
            Events = ["ObjectCreated:*"],
            Rate = TimeSpan.FromMinutes(1),
        },
    ];

    public static IReadOnlyDictionary<string, string> Environment(string bucket, Uri endpoint)
        => new Dictionary<string, string>
        {
            ["JARPOINT_BUCKET"] = bucket,
            ["JARPOINT_JARS_PREFIX"] = JarsPrefix,
            ["JARPOINT_CATALOG_ROOT"] = CatalogRoot,
            ["JARPOINT_S3_PATH_STYLE"] = "true",
            ["AWS_ENDPOINT_URL"] = endpoint.ToString().TrimEnd('/'),
        };
}
