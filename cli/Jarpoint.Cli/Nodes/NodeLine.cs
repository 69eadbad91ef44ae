using System.Globalization;
using Jarpoint.Cli.Output;
using Jarpoint.LocalCloud.Fleet;

namespace Jarpoint.Cli.Nodes;

/// <summary>A line for a node that changed.</summary>
internal static class NodeLine
{
    /// <summary>What a person would want to know of the step from one view to the next; null for nothing.</summary>
    public static string? Of(FleetNode? before, FleetNode now)
    {
        var what = What(before, now);
        return what is null ? null : Printable.OneLine($"{now.Node ?? now.Instance}: {what}");
    }

    private static string? What(FleetNode? before, FleetNode now)
    {
        if (before is null)
        {
            return $"launched into pool {now.Pool}";
        }

        if (now.State != before.State)
        {
            return now.State;
        }

        if (now.Ready && !before.Ready)
        {
            return before.Phases.Ready is null
                ? $"ready, {NodeTable.Elapsed(now)} after its launch"
                : "ready again";
        }

        if ((now.Mounted, now.Reason) != (before.Mounted, before.Reason))
        {
            return $"JarsMounted {now.Mounted}, {now.Reason}: {now.Message}";
        }

        return Lost(before, now) ?? Back(before, now);
    }

    private static string? Lost(FleetNode before, FleetNode now)
        => before.Mounts
            .Where(mount => mount.Daemon is not null)
            .Where(mount => now.Mounts.All(other => other.Mountpoint != mount.Mountpoint || other.Daemon is null))
            .Select(mount => string.Create(
                CultureInfo.InvariantCulture, $"{mount.Mountpoint} lost its daemon {mount.Daemon}"))
            .FirstOrDefault();

    private static string? Back(FleetNode before, FleetNode now)
        => now.Phases.Mounted is null
            ? null
            : now.Mounts
                .Where(mount => mount is { Daemon: not null, Mounted: true })
                .Where(mount => before.Mounts.Any(other => other.Mountpoint == mount.Mountpoint && other.Daemon != mount.Daemon))
                .Select(mount => string.Create(
                    CultureInfo.InvariantCulture, $"{mount.Mountpoint} mounted again by daemon {mount.Daemon}"))
                .FirstOrDefault();
}
