namespace Jarpoint.LocalCloud.Systems.Commands;

internal static class InvocationStates
{
    public static bool IsOver(this InvocationState state) => state >= InvocationState.Success;

    public static bool IsWaiting(this InvocationState state) => state <= InvocationState.Delayed;

    /// <summary>Counts against MaxErrors. Time-outs of the delivery do not.</summary>
    public static bool IsError(this InvocationState state)
        => state is InvocationState.Failed or InvocationState.ExecutionTimedOut;

    /// <summary><c>Status</c>, which is coarser than <c>StatusDetails</c>.</summary>
    public static string Status(this InvocationState state) => state switch
    {
        InvocationState.Delayed => nameof(InvocationState.Pending),
        InvocationState.DeliveryTimedOut or InvocationState.ExecutionTimedOut => "TimedOut",
        InvocationState.Undeliverable => nameof(InvocationState.Failed),
        InvocationState.Terminated => nameof(InvocationState.Cancelled),
        _ => state.ToString(),
    };
}
