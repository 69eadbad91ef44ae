using System.Diagnostics;
using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.EndToEnd.Nodes;

/// <summary>The node functions under every fault at once, on simulated machines; the seed repeats the draws.</summary>
public sealed class NodeChaosTests
{
    private const int Nodes = 30;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_live_node_ends_ready_whatever_was_lost_on_the_way(int seed)
    {
        var chaos = new ChaosOptions
        {
            Seed = seed,
            DroppedEvents = 0.2,
            DuplicateMessages = 0.1,
            DelayMessages = 0.2,
            LongestDelay = TimeSpan.FromMilliseconds(500),
            Throttled = 0.05,
            KilledFunctions = 0.1,
        };
        await using var fleet = await RunningFleet.StartAsync(
            new LocalNodeOptions
            {
                Simulated = true,
                AgentDelay = (TimeSpan.Zero, TimeSpan.FromSeconds(2)),
                RegistrationDelay = TimeSpan.FromSeconds(seed % 2),
                SweepRate = TimeSpan.FromSeconds(1),
            },
            chaos,
            impatient: true);

        var start = Stopwatch.GetTimestamp();
        var launched = fleet.Launch(Nodes);
        fleet.Fleet.Terminate(launched[0]);
        fleet.Fleet.Terminate(launched[1]);
        var ready = await fleet.UntilAsync(nodes => nodes.Count == Nodes - 2 && nodes.All(node => node.Ready));

        ready.ShouldAllBe(node => node.Phases.Mounted != null);
        fleet.Host.DeadLetters.ShouldBeEmpty();
        var commands = ready.Max(node => fleet.Fleet.Commands.To("jarpoint-mount", node.Instance));
        // A lost command is sent again when the patience is over: how often that can be depends on how long it took.
        var patiences = Stopwatch.GetElapsedTime(start) / RunningFleet.Impatience;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"at most {commands} mount commands to a node in {patiences:F1} times the patience");
        commands.ShouldBeLessThanOrEqualTo(4 + (int)(2 * patiences));
    }
}
