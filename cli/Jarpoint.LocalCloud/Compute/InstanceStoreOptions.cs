namespace Jarpoint.LocalCloud.Compute;

/// <summary>How fast instances come and go.</summary>
public sealed record InstanceStoreOptions
{
    /// <summary>From the launch to running.</summary>
    public TimeSpan Boot { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From the order to terminate to terminated.</summary>
    public TimeSpan Shutdown { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long a fresh instance is not found by Describe actions: EC2 is eventually consistent.
    /// https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html
    /// </summary>
    public TimeSpan DescribeLag { get; init; } = TimeSpan.Zero;

    /// <summary>How long a terminated instance stays in sight; EC2 says about an hour.</summary>
    public TimeSpan RememberTerminated { get; init; } = TimeSpan.FromHours(1);
}
