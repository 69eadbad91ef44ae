using Jarpoint.Nodes.Plan;

namespace Jarpoint.Cdk.Ways;

/// <summary>One mount of a node.</summary>
internal sealed record JarMount
{
    /// <summary>Null for the bucket of the stack.</summary>
    public string? Bucket { get; init; }

    /// <summary>Empty for the whole bucket, else ends in a slash.</summary>
    public string Prefix { get; init; } = string.Empty;

    public string Mountpoint { get; init; } = "/mnt/jarpoint/s3";

    /// <summary>Other settings of the node script by their names in lower case with hyphens (<c>cache-mib</c>, …).</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public MountSpec ToSpec(string bucketOfTheStack) => new()
    {
        Bucket = Bucket ?? bucketOfTheStack,
        Prefix = Prefix,
        Mountpoint = Mountpoint,
        Settings = Settings,
    };
}
