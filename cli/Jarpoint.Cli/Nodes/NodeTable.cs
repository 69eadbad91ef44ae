using System.Globalization;
using Jarpoint.Cli.Output;
using Jarpoint.LocalCloud.Fleet;
using Spectre.Console;

namespace Jarpoint.Cli.Nodes;

/// <summary>Nodes as a table.</summary>
internal static class NodeTable
{
    public static void Write(IAnsiConsole console, IEnumerable<FleetNode> nodes)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Node", "Instance", "Pool", "State", "JarsMounted", "Taint", "Mounts");
        table.AddColumn(new TableColumn("Launch to ready").RightAligned());
        foreach (var node in nodes)
        {
            string[] cells =
            [
                node.Node ?? "",
                node.Instance,
                node.Pool,
                node.State,
                node.Reason is null ? node.Mounted : $"{node.Mounted} ({node.Reason})",
                node.Tainted ? "yes" : "no",
                string.Join(" ", node.Mounts.Select(MountText)),
                Elapsed(node),
            ];
            table.AddRow(cells.Select(cell => new Text(Printable.OneLine(cell))));
        }

        console.Write(table);
    }

    /// <summary>Seconds from the launch to ready; empty while it is not.</summary>
    public static string Elapsed(FleetNode node)
        => node.Phases.Ready is { } ready
            ? string.Create(CultureInfo.InvariantCulture, $"{(ready - node.Phases.Launched).TotalSeconds:0.0} s")
            : "";

    private static string MountText(LocalCloud.Machines.MachineMount mount) => mount switch
    {
        { Mounted: true, Daemon: { } pid } => string.Create(CultureInfo.InvariantCulture, $"{mount.Mountpoint} pid {pid}"),
        { Mounted: true } => $"{mount.Mountpoint} without daemon",
        _ => $"{mount.Mountpoint} not mounted",
    };
}
