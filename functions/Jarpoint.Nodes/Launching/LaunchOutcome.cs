namespace Jarpoint.Nodes.Launching;

/// <summary>What came of one launch event.</summary>
public abstract record LaunchOutcome
{
    /// <summary>The mount command went out.</summary>
    public sealed record Sent(string CommandId) : LaunchOutcome;

    /// <summary>Not running any more, of no Karpenter pool, of another cluster, or of a pool without mounts.</summary>
    public sealed record NotOurs : LaunchOutcome;

    /// <summary>The agent is not there yet, or SSM throttles: look again.</summary>
    public sealed record NotYet(TimeSpan RetryIn) : LaunchOutcome;

    /// <summary>Its agent is late beyond the deadline: the sweep's from here on.</summary>
    public sealed record LeftToSweep : LaunchOutcome;

    /// <summary>It would have been sent; this is a dry run.</summary>
    public sealed record DryRun : LaunchOutcome;
}
