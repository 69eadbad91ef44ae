using System.CommandLine;
using System.Text.Json;
using Jarpoint.Cli.Output;
using Jarpoint.LocalCloud.Control;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.Cli.Nodes;

/// <summary><c>jarpoint nodes</c> and what is below it: the nodes of a running laptop cloud.</summary>
internal static class NodesCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "A JSON object a line instead of a table." };
        var endpoint = EndpointOption();
        // The commands below take it before and after their name.
        endpoint.Recursive = true;
        var command = new Command("nodes", "Nodes of the laptop cloud that runs in another terminal.")
        {
            json, endpoint, LaunchCommand.Create(endpoint), BreakCommand.Create(endpoint), TerminateCommand.Create(endpoint),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var control = new LocalControl(parsed.GetValue(endpoint)!);
            var answer = await control.NodesAsync(cancellationToken);
            await WriteAsync(parsed.InvocationConfiguration.Output, answer, parsed.GetValue(json));
            return ExitCodes.Success;
        });
        return command;
    }

    public static Option<Uri> EndpointOption() => new("--endpoint")
    {
        Description = "Where the laptop cloud answers.",
        HelpName = "URL",
        DefaultValueFactory = _ => new Uri($"http://127.0.0.1:{LocalCloudOptions.DefaultPort}/"),
        CustomParser = static argument =>
        {
            if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var endpoint) && endpoint.Scheme == "http")
            {
                return endpoint;
            }

            argument.AddError($"--endpoint {argument.Tokens[0].Value}: an address such as http://127.0.0.1:4566/");
            return null;
        },
    };

    public static async Task WriteAsync(TextWriter output, ControlAnswer answer, bool json)
    {
        if (json)
        {
            foreach (var node in answer.Nodes)
            {
                await output.WriteLineAsync(JsonSerializer.Serialize(node, ControlJson.Default.FleetNode));
            }

            return;
        }

        if (answer.Nodes.Count == 0)
        {
            await output.WriteLineAsync("No nodes; jarpoint nodes launch 3 launches some.");
            return;
        }

        NodeTable.Write(Screen.Over(output), answer.Nodes);
        if (answer.Simulated is { } why)
        {
            await output.WriteLineAsync(why);
        }

        await output.WriteLineAsync($"{answer.Nodes.Count(node => node.Ready)} of {answer.Nodes.Count} ready");
    }
}
