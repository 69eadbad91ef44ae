using System.CommandLine;

namespace Jarpoint.Cli.Nodes;

/// <summary><c>jarpoint nodes terminate NODE</c></summary>
internal static class TerminateCommand
{
    public static Command Create(Option<Uri> endpoint)
    {
        var node = new Argument<string>("NODE") { Description = "Node name or instance id, or a unique beginning." };
        var command = new Command("terminate", "Terminate a node.") { node };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var control = new LocalControl(parsed.GetValue(endpoint)!);
            var target = LocalControl.Find(await control.NodesAsync(cancellationToken), parsed.GetValue(node)!);
            await control.TerminateAsync(target.Instance, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{target.Node ?? target.Instance}: terminating");
            return ExitCodes.Success;
        });
        return command;
    }
}
