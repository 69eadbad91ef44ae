namespace Jarpoint.LocalCloud.Systems;

/// <summary>An event as Systems Manager gives it to EventBridge.</summary>
/// <param name="DetailType">
/// <c>EC2 Command Invocation Status-change Notification</c> or <c>EC2 Command Status-change Notification</c>.
/// </param>
/// <param name="CommandId">Command.</param>
/// <param name="InstanceId">Node; null in an event of a whole command.</param>
/// <param name="Status">New status, such as <c>TimedOut</c>.</param>
/// <param name="Body">The whole event, JSON.</param>
public sealed record SsmEvent(string DetailType, string CommandId, string? InstanceId, string Status, string Body);
