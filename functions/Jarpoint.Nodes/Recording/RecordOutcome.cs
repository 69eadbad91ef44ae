namespace Jarpoint.Nodes.Recording;

/// <summary>What came of one report.</summary>
public abstract record RecordOutcome
{
    /// <summary>The condition says so now.</summary>
    /// <param name="Reason">One of <see cref="MountReasons"/>.</param>
    /// <param name="BecameReady">This report took the taint off.</param>
    public sealed record Recorded(string Reason, bool BecameReady) : RecordOutcome;

    /// <summary>Nothing to record: of another cluster or document, not over, or older than what is recorded.</summary>
    public sealed record Ignored(string Why) : RecordOutcome;

    /// <summary>The node is not registered with Kubernetes or Karpenter yet, or a write kept conflicting: look again.</summary>
    public sealed record NotYet(TimeSpan RetryIn) : RecordOutcome;
}
