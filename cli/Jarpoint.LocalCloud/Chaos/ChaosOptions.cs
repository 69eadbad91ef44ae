namespace Jarpoint.LocalCloud.Chaos;

/// <summary>
/// Faults the real services are documented to show, at chosen rates (0 to 1), drawn from one seed. All off by default.
/// </summary>
public sealed record ChaosOptions
{
    public int Seed { get; init; }

    /// <summary>A notification or queue message is delivered twice.</summary>
    public double DuplicateMessages { get; init; }

    /// <summary>A message is held back so that later ones overtake it.</summary>
    public double DelayMessages { get; init; }

    /// <summary>The longest hold of a delayed message.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>S3 answers 503 SlowDown and does nothing.</summary>
    public double SlowDown { get; init; }

    /// <summary>S3 answers 409 ConditionalRequestConflict to a conditional write and does nothing.</summary>
    public double Conflicts { get; init; }

    /// <summary>S3 does a write and closes the connection without an answer.</summary>
    public double DroppedResponses { get; init; }

    /// <summary>A function process is killed at a random moment of an invocation.</summary>
    public double KilledFunctions { get; init; }

    /// <summary>EC2 or SSM loses an event: both are delivered best effort.</summary>
    public double DroppedEvents { get; init; }

    /// <summary>EC2, SSM or Kubernetes answers that it throttles and does nothing.</summary>
    public double Throttled { get; init; }
}
