using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Jarpoint.Cli.Output;
using Jarpoint.LocalCloud.Fleet;
using Jarpoint.LocalCloud.Machines;

namespace Jarpoint.Cli.Nodes;

/// <summary><c>jarpoint nodes break NODE --how …</c></summary>
internal static class BreakCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static Command Create(Option<Uri> endpoint)
    {
        var node = new Argument<string>("NODE") { Description = "Node name or instance id, or a unique beginning." };
        var how = new Option<Breakage>("--how")
        {
            Description = "kill or freeze its mount daemon, unmount by hand, throttle its S3, fill its cache disk "
                + "(full), or mend the last three.",
            HelpName = "kill|freeze|unmount|throttle|full|mend",
            DefaultValueFactory = _ => Breakage.Kill,
            CustomParser = Parse,
        };
        how.CompletionSources.Clear();
        how.CompletionSources.Add(Enum.GetValues<Breakage>().Select(CamelCase.Of).ToArray());
        var command = new Command("break", "Break the mounts of a node and watch it heal.") { node, how };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var control = new LocalControl(parsed.GetValue(endpoint)!);
            var target = LocalControl.Find(await control.NodesAsync(cancellationToken), parsed.GetValue(node)!);
            var kind = parsed.GetValue(how);
            await control.BreakAsync(target.Instance, kind, cancellationToken);
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync(Text(target, kind));
            return kind is Breakage.Kill or Breakage.Freeze or Breakage.Unmount
                ? await HealAsync(output, control, target, cancellationToken)
                : ExitCodes.Success;
        });
        return command;
    }

    private static Breakage Parse(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        if (Enum.TryParse<Breakage>(word, ignoreCase: true, out var how) && Enum.IsDefined(how) && char.IsLetter(word[0]))
        {
            return how;
        }

        result.AddError($"--how {word}: kill, freeze, unmount, throttle, full or mend");
        return default;
    }

    private static string Text(FleetNode node, Breakage how)
    {
        var name = node.Node ?? node.Instance;
        return how switch
        {
            Breakage.Kill => $"{name}: the mount daemon is killed",
            Breakage.Freeze => $"{name}: the mount daemon is frozen",
            Breakage.Unmount => $"{name}: unmounted",
            Breakage.Throttle => $"{name}: its S3 answers 503; no mount is touched for that. --how mend ends it",
            Breakage.Full => $"{name}: its cache disk is full; reads go on without it. --how mend ends it",
            _ => $"{name}: mended",
        };
    }

    private static async Task<int> HealAsync(
        TextWriter output, LocalControl control, FleetNode broken, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var began = clock.GetTimestamp();
        var healed = await control.WaitAsync(
            answer => answer.Nodes.Any(node => node.Instance == broken.Instance && Mounted(node, broken)),
            Patience,
            clock,
            cancellationToken);
        await output.WriteLineAsync(healed is null
            ? $"It was not mounted again within {Patience.TotalMinutes} minutes."
            : string.Create(
                CultureInfo.InvariantCulture, $"mounted again after {clock.GetElapsedTime(began).TotalSeconds:0.0} s"));
        return healed is null ? ExitCodes.Incomplete : ExitCodes.Success;
    }

    // Every mount has a daemon, and none is one of the broken ones: what is broken may look mounted for a while.
    private static bool Mounted(FleetNode now, FleetNode broken)
        => now.Mounts.Count >= broken.Mounts.Count
            && now.Mounts.All(mount => mount is { Mounted: true, Daemon: not null })
            && !now.Mounts.Select(mount => mount.Daemon).Intersect(broken.Mounts.Select(mount => mount.Daemon)).Any();
}
