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
    public const string LogLevel = "JARPOINT_LOG_LEVEL";
    public const string S3PathStyle = "JARPOINT_S3_PATH_STYLE";

    /// <summary>Set by Lambda from the function's logging configuration; <see cref="LogLevel"/> wins.</summary>
    public const string LambdaLogLevel = "AWS_LAMBDA_LOG_LEVEL";
}
