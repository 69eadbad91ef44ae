namespace Jarpoint.Nodes.Plan;

/// <summary>One mount of a node. A value that is null is left to the node script's default.</summary>
/// <remarks>
/// Every value is validated where it enters (<see cref="MountPlan"/>), again by the SSM document's allowedPattern, and
/// again by the script.
/// </remarks>
public sealed record MountSpec
{
    public required string Bucket { get; init; }

    /// <summary>Empty for the whole bucket, else ends in a slash.</summary>
    public string Prefix { get; init; } = string.Empty;

    /// <summary>Absolute, normalized, below <c>/mnt/</c> or another directory but never a system one.</summary>
    public string Mountpoint { get; init; } = "/mnt/jarpoint/s3";

    /// <summary>Other settings of the node script by their names in lower case with hyphens (<c>cache-mib</c>, …).</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
