using Jarpoint.Nodes.Commands;

namespace Jarpoint.Functions.Commands;

/// <summary>
/// The one place where Systems Manager's words for a state are read. The API, its documentation and its events write
/// one state as <c>DeliveryTimedOut</c>, <c>Delivery Timed Out</c> and <c>Delivery timed out</c>.
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/monitor-commands.html
/// </summary>
internal static class SsmStatus
{
    /// <summary>Filters of ListCommandInvocations that together hold every end without success.</summary>
    public static IReadOnlyList<string> Failing { get; } =
        ["Failed", "TimedOut", "Undeliverable", "Cancelled", "Terminated", "AccessDenied", "InvalidPlatform"];

    /// <summary>Of one node, from StatusDetails.</summary>
    public static InvocationStatus Of(string? details) => Bare(details) switch
    {
        "SUCCESS" => InvocationStatus.Success,
        "FAILED" => InvocationStatus.Failed,
        "DELIVERYTIMEDOUT" => InvocationStatus.DeliveryTimedOut,
        // A bare TimedOut does not say which: assume that the script may have run.
        "EXECUTIONTIMEDOUT" or "TIMEDOUT" => InvocationStatus.ExecutionTimedOut,
        "CANCELLED" or "TERMINATED" => InvocationStatus.Cancelled,
        "UNDELIVERABLE" or "ACCESSDENIED" or "INVALIDPLATFORM" => InvocationStatus.Undeliverable,
        // Pending, InProgress, Delayed, Cancelling; and what is not known is not over: the sweep looks again, and the
        // node's deadline bounds the wait.
        _ => InvocationStatus.Underway,
    };

    /// <summary>Whether a whole command ended with a node that has no success.</summary>
    public static bool EndedBadly(string? details) => Bare(details)
        is "FAILED" or "INCOMPLETE" or "CANCELLED" or "DELIVERYTIMEDOUT" or "EXECUTIONTIMEDOUT" or "TIMEDOUT"
        or "RATEEXCEEDED" or "LIMITEXCEEDED" or "ACCESSDENIED";

    private static string Bare(string? details)
        => (details ?? string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
}
