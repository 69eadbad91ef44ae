namespace Jarpoint.LocalCloud.Compute;

/// <summary>What to launch.</summary>
public sealed record InstanceLaunch
{
    public string ImageId { get; init; } = "ami-0123456789abcdef0";

    public string InstanceType { get; init; } = "m7g.large";

    /// <summary>Letter of the availability zone, after the region's name.</summary>
    public string Zone { get; init; } = "a";

    /// <summary>Tags from the first moment on.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
