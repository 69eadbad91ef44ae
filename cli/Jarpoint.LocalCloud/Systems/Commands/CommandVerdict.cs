namespace Jarpoint.LocalCloud.Systems.Commands;

/// <summary>
/// The status of a whole command from those of its invocations.
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/monitor-commands.html
/// </summary>
internal static class CommandVerdict
{
    public static string Details(Command command)
    {
        if (!command.IsOver)
            return command.Cancelled ? "Cancelling" : command.Started ? "InProgress" : "Pending";

        if (command.Invocations.Count == 0)
            return "NoInstancesInTag";

        if (command.Cancelled)
            return "Cancelled";

        foreach (var state in (ReadOnlySpan<InvocationState>)
            [InvocationState.Failed, InvocationState.ExecutionTimedOut, InvocationState.DeliveryTimedOut])
        {
            if (command.Tally[state] > 0 && command.Tally[state] >= command.MostErrors)
                return state.ToString();
        }

        // Undeliverable invocations are documented not to count.
        return command.Tally[InvocationState.Success] + command.Tally[InvocationState.Undeliverable]
            == command.Invocations.Count ? "Success" : "Incomplete";
    }

    public static string Status(string details) => details switch
    {
        "DeliveryTimedOut" or "ExecutionTimedOut" => "TimedOut",
        "NoInstancesInTag" => "Success",
        "Incomplete" => "Failed",
        _ => details,
    };
}
