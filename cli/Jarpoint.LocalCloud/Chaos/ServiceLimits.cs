namespace Jarpoint.LocalCloud.Chaos;

/// <summary>Rates above which services throttle. No limit unless one is given.</summary>
public sealed record ServiceLimits
{
    /// <summary>
    /// EC2's documented buckets per account and region: 100 calls and 20 a second for a Describe action with a filter or
    /// ids, 50 and 5 for an action that changes something.
    /// https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html
    /// </summary>
    public static ServiceLimits Documented { get; } = new()
    {
        Ec2Reads = new RateLimit(100, 20),
        Ec2Writes = new RateLimit(50, 5),
    };

    /// <summary>Describe actions of EC2, each action by itself.</summary>
    public RateLimit? Ec2Reads { get; init; }

    /// <summary>Other actions of EC2, each action by itself.</summary>
    public RateLimit? Ec2Writes { get; init; }

    /// <summary>Every action of SSM by itself. AWS publishes no figure for SendCommand.</summary>
    public RateLimit? Ssm { get; init; }

    /// <summary>EC2's limit of an action.</summary>
    internal RateLimit? Ec2(string action)
        => action.StartsWith("Describe", StringComparison.Ordinal) ? Ec2Reads : Ec2Writes;
}
