namespace Jarpoint.Nodes.Commands;

/// <summary>
/// State of a command on one node, from SSM's StatusDetails.
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/monitor-commands.html
/// </summary>
public enum InvocationStatus
{
    /// <summary>Pending, Delayed, InProgress, Cancelling: not over.</summary>
    Underway,

    Success,

    /// <summary>The script ended with an exit code other than zero.</summary>
    Failed,

    /// <summary>The agent did not take the command in time: it did not run.</summary>
    DeliveryTimedOut,

    /// <summary>The script did not end in time.</summary>
    ExecutionTimedOut,

    /// <summary>Cancelled or terminated (more errors than MaxErrors): it may have run.</summary>
    Cancelled,

    /// <summary>Undeliverable, AccessDenied, InvalidPlatform: it did not run.</summary>
    Undeliverable,
}
