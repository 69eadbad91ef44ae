using Jarpoint.Nodes.Commands;

namespace Jarpoint.Functions.Events.Ssm;

/// <summary>
/// The words events have for the state of a command on a node: those of <c>Status</c>, and of <c>StatusDetails</c>, which
/// the console shows with spaces.
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/monitor-commands.html
/// </summary>
internal static class InvocationEventStatus
{
    /// <summary>Null for a word nobody knows.</summary>
    public static InvocationStatus? Of(string status) => status.Replace(" ", string.Empty, StringComparison.Ordinal) switch
    {
        "Pending" or "Delayed" or "InProgress" or "Cancelling" => InvocationStatus.Underway,
        "Success" => InvocationStatus.Success,
        "Failed" => InvocationStatus.Failed,
        "DeliveryTimedOut" => InvocationStatus.DeliveryTimedOut,
        // The bare word covers both kinds; what is recorded comes from the invocation, which tells them apart.
        "TimedOut" or "ExecutionTimedOut" => InvocationStatus.ExecutionTimedOut,
        "Cancelled" or "Terminated" => InvocationStatus.Cancelled,
        "Undeliverable" or "AccessDenied" or "InvalidPlatform" => InvocationStatus.Undeliverable,
        _ => null,
    };
}
