namespace Jarpoint.Nodes.Cluster;

/// <summary>The condition <c>JarsMounted</c> of a node.</summary>
/// <param name="Status">Missing on a node counts as <see cref="ConditionStatus.Unknown"/>.</param>
/// <param name="Reason">One of <see cref="MountReasons"/>.</param>
/// <param name="Message">A sentence for a person.</param>
/// <param name="ObservedAt">
/// <c>lastHeartbeatTime</c>: when the command was requested that saw this. A later observation wins, whatever order
/// events arrive in.
/// </param>
/// <param name="ChangedAt"><c>lastTransitionTime</c>: when the status last changed.</param>
public sealed record MountCondition(
    ConditionStatus Status, string Reason, string Message, DateTimeOffset ObservedAt, DateTimeOffset ChangedAt)
{
    public const string Type = "JarsMounted";

    public DateTimeOffset ObservedAt { get; init => field = Second(value); } = Second(ObservedAt);

    public DateTimeOffset ChangedAt { get; init => field = Second(value); } = Second(ChangedAt);

    /// <summary>
    /// The moment as the API server keeps it, a <c>metav1.Time</c>: whole seconds. Systems Manager counts milliseconds;
    /// what is compared with a time of a condition is cut like one, or a report would seem later than the condition it
    /// became.
    /// </summary>
    public static DateTimeOffset Second(DateTimeOffset moment)
        => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));
}
