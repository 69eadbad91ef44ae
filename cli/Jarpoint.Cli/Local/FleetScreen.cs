using Jarpoint.Cli.Nodes;
using Jarpoint.LocalCloud.Hosting;
using Spectre.Console;

namespace Jarpoint.Cli.Local;

/// <summary>What a person sees of the nodes of a run.</summary>
internal sealed class FleetScreen(TextWriter output, IAnsiConsole console, LocalCloudHost host, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly NodeWatch watch = new(output);

    /// <summary>Launches and waits until all are ready. False when they are not in time.</summary>
    public async Task<bool> LaunchAsync(
        int count, string pool, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (count == 0 || host.Nodes is not { Fleet: var fleet })
        {
            return true;
        }

        await output.WriteLineAsync(
            fleet.Simulated ?? "Every node is a mount and process namespace of this machine; its FUSE mounts are real.");
        fleet.Launch(count, pool);
        var began = time.GetTimestamp();
        do
        {
            await Task.Delay(Look, time, cancellationToken);
            watch.Show(fleet.Nodes);
        }
        while (!fleet.Nodes.All(static node => node.Ready) && time.GetElapsedTime(began) < patience);

        NodeTable.Write(console, fleet.Nodes);
        return fleet.Nodes.All(static node => node.Ready);
    }

    /// <summary>A line for every change of a node until the run is interrupted.</summary>
    public async Task ShowChangesAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (host.Nodes is { Fleet: var fleet })
            {
                watch.Show(fleet.Nodes);
                await Task.Delay(Look, time, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Interrupted: the run says so.
        }
    }
}
