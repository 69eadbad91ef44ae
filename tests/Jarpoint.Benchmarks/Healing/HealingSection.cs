using Jarpoint.Benchmarks.Functions;
using Jarpoint.LocalCloud.Functions;
using Jarpoint.LocalCloud.Hosting;
using Jarpoint.LocalCloud.Machines;

namespace Jarpoint.Benchmarks.Healing;

/// <summary>
/// How long a mount is away: a node of ours beside one that a widely copied loop keeps (<c>check-every-minute</c>), on
/// one machine, over one FUSE client.
/// </summary>
internal static class HealingSection
{
    private const int Kills = 5;
    private const int Freezes = 3;
    private static readonly TimeSpan[] PeerMoments =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(45)];

    /// <summary>A daemon that ends again at once is started more slowly each time: that is another case.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan PeerPatience = TimeSpan.FromSeconds(150);

    public static async Task<IReadOnlyList<BenchmarkRow>> RunAsync()
    {
        await using var host = await LocalCloudHost.StartAsync(
            new LocalCloudOptions
            {
                Bootstrap = BootstrapCommand.For(Builds.Native() ?? Builds.Jit),
                Port = 0,
                Nodes = new LocalNodeOptions { MountPlan = """{"pools":{"spark":[{"bucket":"spark-jars"}]}}""" },
            },
            CancellationToken.None);
        var fleet = host.Nodes!.Fleet;
        if (fleet.Simulated is { } why)
        {
            return [new BenchmarkRow("healing", $"not measured: {why}")];
        }

        var ours = Broken.Launch(fleet, "spark", 1);
        await ours[0].ReadyAsync();
        var peers = Broken.Launch(fleet, "peer", PeerMoments.Length + 1);
        var peer = MeasurePeersAsync(peers, host.Bucket);
        var killed = await RepeatAsync(ours[0], Breakage.Kill, Kills);
        var frozen = await RepeatAsync(ours[0], Breakage.Freeze, Freezes);
        var (peerKilled, peerFrozen) = await peer;
        return
        [
            Row("killed, mounted again, median", killed, peerKilled, TimeSpan.FromSeconds(3)),
            Row("killed, mounted again, slowest", [killed.Max()], [peerKilled.Max()], null),
            Row("frozen, mounted again, slowest", [frozen.Max()], [peerFrozen], TimeSpan.FromSeconds(15)),
        ];
    }

    private static async Task<List<TimeSpan?>> RepeatAsync(Broken node, Breakage how, int times)
    {
        var away = new List<TimeSpan?>();
        for (var time = 0; time < times; time++)
        {
            await Task.Delay(Calm, TimeProvider.System);
            away.Add(await node.AwayAsync(how, TimeSpan.FromMinutes(2)));
        }

        return away;
    }

    private static async Task<(List<TimeSpan?> Killed, TimeSpan? Frozen)> MeasurePeersAsync(
        IReadOnlyList<Broken> peers, string bucket)
    {
        var script = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Healing", "check-every-minute"));
        foreach (var peer in peers)
        {
            await peer.RunDetachedAsync(script, bucket, "/mnt/s3", "/mnt/peer-cache");
        }

        var killed = PeerMoments.Select((moment, number) => BreakAsync(peers[number], Breakage.Kill, moment)).ToList();
        var frozen = BreakAsync(peers[^1], Breakage.Freeze, PeerMoments[0]);
        return ([.. await Task.WhenAll(killed)], await frozen);
    }

    private static async Task<TimeSpan?> BreakAsync(Broken peer, Breakage how, TimeSpan moment)
    {
        await Task.Delay(moment, TimeProvider.System);
        return await peer.AwayAsync(how, PeerPatience);
    }

    private static BenchmarkRow Row(
        string name, List<TimeSpan?> ours, List<TimeSpan?> peer, TimeSpan? target)
    {
        var (mine, theirs) = (Median(ours), Median(peer));
        var ratio = mine is { } fast && theirs is { } slow
            ? $"peer {Text(theirs)}, {slow / fast:0.#} times"
            : $"peer {Text(theirs)}";
        return new BenchmarkRow(
            name, Text(mine), ratio, target is { } limit ? $"<= {limit.TotalSeconds:0} s" : "", target is null ? null : mine <= target);
    }

    private static TimeSpan? Median(List<TimeSpan?> values)
        => values.Order(Comparer<TimeSpan?>.Create(static (a, b) => (a ?? TimeSpan.MaxValue).CompareTo(b ?? TimeSpan.MaxValue)))
            .ElementAt(values.Count / 2);

    private static string Text(TimeSpan? span)
        => span is { } value
            ? BenchmarkProgram.Text(value.TotalSeconds, "s")
            : $"not within {PeerPatience.TotalSeconds:0} s";
}
