using Jarpoint.LocalCloud.Fleet;
using Jarpoint.LocalCloud.Machines;

namespace Jarpoint.Benchmarks.Healing;

/// <summary>A node that is broken, and watched until its mount is back.</summary>
internal sealed class Broken(LocalFleet fleet, string instance)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    public static IReadOnlyList<Broken> Launch(LocalFleet fleet, string pool, int count)
        => [.. fleet.Launch(count, pool).Select(id => new Broken(fleet, id))];

    public Task ReadyAsync() => UntilAsync(static node => node.Ready, TimeSpan.FromMinutes(2));

    /// <summary>Starts a script that outlives this call, and waits until it has mounted.</summary>
    public async Task RunDetachedAsync(string script, params string[] arguments)
    {
        await UntilAsync(static node => node.Phases.Agent is not null, TimeSpan.FromMinutes(2));
        await fleet.RunAsync(
            instance,
            $"cat >/mnt/loop <<'EOF'\n{script}\nEOF\n"
            + $"setsid bash /mnt/loop {string.Join(' ', arguments)} </dev/null >/mnt/loop.log 2>&1 &",
            CancellationToken.None);
        await UntilAsync(static node => node.Mounts is [{ Mounted: true, Daemon: not null }], TimeSpan.FromMinutes(2));
    }

    /// <summary>From the breakage until another daemon serves the mount; null when that did not happen in time.</summary>
    public async Task<TimeSpan?> AwayAsync(Breakage how, TimeSpan limit)
    {
        var before = Node().Mounts.Select(static mount => mount.Daemon).ToHashSet();
        var began = TimeProvider.System.GetTimestamp();
        await fleet.BreakAsync(instance, how, CancellationToken.None);
        var back = await UntilAsync(
            node => node.Mounts.Count > 0
                && node.Mounts.All(mount => mount is { Mounted: true, Daemon: { } pid } && !before.Contains(pid)),
            limit);
        return back ? TimeProvider.System.GetElapsedTime(began) : null;
    }

    private FleetNode Node() => fleet.Nodes.Single(node => node.Instance == instance);

    private async Task<bool> UntilAsync(Func<FleetNode, bool> reached, TimeSpan limit)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!reached(Node()))
        {
            if (TimeProvider.System.GetElapsedTime(began) > limit)
            {
                return false;
            }

            await Task.Delay(Look, TimeProvider.System);
        }

        return true;
    }
}
