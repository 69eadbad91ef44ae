using System.CommandLine;

namespace Jarpoint.Cli.Nodes;

/// <summary><c>jarpoint sweep</c>: the sweep of the laptop cloud, now instead of with its schedule.</summary>
internal static class SweepCommand
{
    public static Command Create()
    {
        var endpoint = NodesCommand.EndpointOption();
        var command = new Command("sweep", "Check and mend every node of the laptop cloud now.") { endpoint };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var control = new LocalControl(parsed.GetValue(endpoint)!);
            var answer = await control.SweepAsync(cancellationToken);
            await NodesCommand.WriteAsync(parsed.InvocationConfiguration.Output, answer, json: false);
            return answer.Nodes.All(node => node.Ready) ? ExitCodes.Success : ExitCodes.Incomplete;
        });
        return command;
    }
}
