using System.CommandLine;

namespace Jarpoint.Cli.Nodes;

/// <summary><c>jarpoint nodes launch N</c></summary>
internal static class LaunchCommand
{
    public const string DefaultPool = "spark";

    /// <summary>At once.</summary>
    public const int MostNodes = 1_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static Command Create(Option<Uri> endpoint)
    {
        var count = new Argument<int>("N")
        {
            Description = "How many, 1 to 1,000.",
            CustomParser = static word => WholeNumber.Parse(word, "launch", 1, MostNodes) ?? 0,
        };
        var pool = new Option<string>("--pool")
        {
            Description = "Karpenter node pool they belong to.",
            HelpName = "NAME",
            DefaultValueFactory = _ => DefaultPool,
        };
        var noWait = new Option<bool>("--no-wait") { Description = "Do not wait until they are ready." };
        var command = new Command("launch", "Launch nodes and watch them become ready.") { count, pool, noWait };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var control = new LocalControl(parsed.GetValue(endpoint)!);
            var launched = await control.LaunchAsync(
                parsed.GetValue(count), parsed.GetValue(pool)!, cancellationToken);
            var output = parsed.InvocationConfiguration.Output;
            return parsed.GetValue(noWait)
                ? await ShowAsync(output, launched)
                : await FollowAsync(output, control, [.. launched.Nodes.Select(node => node.Instance)], cancellationToken);
        });
        return command;
    }

    private static async Task<int> ShowAsync(TextWriter output, LocalCloud.Control.ControlAnswer launched)
    {
        await NodesCommand.WriteAsync(output, launched, json: false);
        return ExitCodes.Success;
    }

    private static async Task<int> FollowAsync(
        TextWriter output, LocalControl control, HashSet<string> instances, CancellationToken cancellationToken)
    {
        var watch = new NodeWatch(output);
        var ready = await control.WaitAsync(
            answer =>
            {
                var mine = answer.Nodes.Where(node => instances.Contains(node.Instance)).ToList();
                watch.Show(mine);
                return mine.TrueForAll(node => node.Ready);
            },
            Patience,
            TimeProvider.System,
            cancellationToken);
        if (ready is null)
        {
            await output.WriteLineAsync($"Not all were ready within {Patience.TotalMinutes} minutes.");
        }

        return ready is null ? ExitCodes.Incomplete : ExitCodes.Success;
    }
}
