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
}
