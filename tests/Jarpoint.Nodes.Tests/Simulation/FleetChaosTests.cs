using Jarpoint.Nodes.Simulation;
using Jarpoint.Nodes.Sweeping;
using Jarpoint.Nodes.Throttling;

namespace Jarpoint.Nodes.Tests.Simulation;

public sealed class FleetChaosTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(40);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_live_node_ends_ready_or_reported_past_its_deadline(int seed)
    {
        var fleet = await ChaosAsync(seed);

        fleet.Crashes.ShouldBeGreaterThan(0);
        foreach (var node in fleet.Nodes.Where(static node => !node.Terminated && node.ReadyAt is null))
        {
            fleet.Kubernetes.Events.ShouldContain(
                happened => happened.Node == node.Name && happened.Reason == MountReasons.DeadlinePassed, node.Name);
            var seen = await fleet.Kubernetes.GetAsync(node.Name, TestContext.Current.CancellationToken);
            seen.ShouldNotBeNull().Condition.ShouldNotBeNull().Reason.ShouldBe(MountReasons.DeadlinePassed);
        }

        // What was broken for good is what is not ready: agents that never come.
        fleet.Nodes.Count(static node => !node.Terminated && node.ReadyAt is null).ShouldBeLessThan(fleet.Nodes.Count / 8);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_taint_goes_early_and_none_of_somebody_else(int seed)
        => (await ChaosAsync(seed)).Violations.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_node_gets_more_than_a_bounded_number_of_commands(int seed)
    {
        var fleet = await ChaosAsync(seed);

        // The launch path sends once for each launch event that is delivered, at most twice here, and again when it dies
        // after the command; the sweep as CommandPace says, and again when it dies after the command.
        var bound = 2 + CommandPace.Steps(Longest, TimeSpan.FromMinutes(1)) + 1 + fleet.Crashes;
        fleet.Nodes.Max(node => fleet.Commands.CommandsTo(node.Id)).ShouldBeLessThanOrEqualTo(Math.Min(bound, 20));
        fleet.Nodes.Average(node => fleet.Commands.CommandsTo(node.Id)).ShouldBeLessThan(3);
    }

    private static async Task<FleetSimulation> ChaosAsync(int seed)
    {
        var fleet = new FleetSimulation(new SimulationOptions
        {
            Nodes = 120,
            Seed = seed,
            Lost = 0.15,
            Duplicated = 0.2,
            Jitter = TimeSpan.FromSeconds(20),
            Crashes = 0.01,
            DeadAgents = 0.03,
            Failing = 0.1,
            Terminated = 0.05,
            SendThrottle = static clock => new TokenBucket(3, 0.2, clock),
            ReadThrottle = static clock => new TokenBucket(20, 1, clock),
            EC2Throttle = static clock => new TokenBucket(5, 0.5, clock),
        });
        await fleet.RunAsync(Longest);
        return fleet;
    }
}
