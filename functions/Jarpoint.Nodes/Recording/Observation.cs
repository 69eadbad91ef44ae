using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Nodes.Recording;

/// <summary>A verdict and the second in which its command was requested.</summary>
internal sealed record Observation(MountVerdict Verdict, DateTimeOffset At)
{
    /// <summary>
    /// What the sweep writes of itself carries our clock, observations carry SSM's: within this time an observation
    /// still speaks.
    /// </summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    public DateTimeOffset At { get; } = MountCondition.Second(At);

    /// <summary>An observation as old as <paramref name="requestedAt"/> is older than the condition.</summary>
    public static bool IsOutdated(MountCondition? current, DateTimeOffset requestedAt)
        => current is not null && MountCondition.Second(requestedAt)
            < (IsOurMark(current) ? current.ObservedAt - ClockSkew : current.ObservedAt);

    /// <summary>
    /// The condition after this observation, or null when the condition knows better. The later observation wins; of
    /// two of the same time the worse, so that their order does not matter.
    /// </summary>
    public MountCondition? Over(MountCondition? current, DateTimeOffset now)
    {
        if (IsOutdated(current, At))
        {
            return null;
        }

        // That the deadline passed stays said until the node is ready; it was reported once.
        var next = current?.Reason is MountReasons.DeadlinePassed && Verdict.Status is not ConditionStatus.True
            ? Condition(MountReasons.DeadlinePassed, $"{Verdict.Reason}: {Verdict.Message}", current, now)
            : Condition(Verdict.Reason, Verdict.Message, current, now);
        return current is not null && !IsOurMark(current) && At == current.ObservedAt
            && Rank(current).CompareTo(Rank(next)) < 0
            ? null
            : next;
    }

    private static bool IsOurMark(MountCondition condition)
        => condition.Reason is MountReasons.Mounting or MountReasons.DeadlinePassed;

    private static (int Goodness, string Reason, string Message) Rank(MountCondition condition)
        => (condition.Status switch { ConditionStatus.False => 0, ConditionStatus.Unknown => 1, _ => 2 },
            condition.Reason, condition.Message);

    private MountCondition Condition(string reason, string message, MountCondition? current, DateTimeOffset now)
        => new(Verdict.Status, reason, message, At, current?.Status == Verdict.Status ? current.ChangedAt : now);
}
