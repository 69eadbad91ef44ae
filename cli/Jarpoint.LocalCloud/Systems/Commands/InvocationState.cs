namespace Jarpoint.LocalCloud.Systems.Commands;

/// <summary>
/// <c>StatusDetails</c> of a command on one node.
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/monitor-commands.html
/// </summary>
internal enum InvocationState
{
    /// <summary>Not sent yet, or sent and not started.</summary>
    Pending,

    /// <summary>Sent to an agent that is not connected.</summary>
    Delayed,

    InProgress,

    Cancelling,

    Success,

    Failed,

    DeliveryTimedOut,

    ExecutionTimedOut,

    Cancelled,

    /// <summary>There was no such node any more when it was its turn.</summary>
    Undeliverable,

    /// <summary>Never sent, because the command had more errors than MaxErrors.</summary>
    Terminated,
}
