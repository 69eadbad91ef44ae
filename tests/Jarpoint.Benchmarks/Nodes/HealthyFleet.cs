using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Simulation;
using Jarpoint.Nodes.Sweeping;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jarpoint.Benchmarks.Nodes;

/// <summary>A cluster in memory whose every node is ready and mounted, swept once so that a verify is known.</summary>
internal sealed class HealthyFleet
{
    private readonly InMemoryClusterNodes nodes = new();
    private readonly InMemoryCommandRunner commands;
    private readonly FleetSweeper sweeper;

    private HealthyFleet(int size, SimulatedClock clock)
    {
        var policy = FleetSimulation.DefaultPolicy();
        commands = new InMemoryCommandRunner(clock);
        for (var i = 1; i <= size; i++)
        {
            var id = InstanceId.Parse($"i-{i:x17}");
            commands.Agents.Register(id, policy.Cluster, clock.GetUtcNow());
            nodes.Add(new ClusterNode
            {
                Name = $"ip-10-0-{i / 250}-{i % 250}.eu-west-1.compute.internal",
                Uid = Guid.NewGuid().ToString(),
                Instance = id,
                Pool = "spark",
                Registered = true,
                Initialized = true,
                CreatedAt = clock.GetUtcNow(),
                Condition = new MountCondition(
                    ConditionStatus.True, Jarpoint.Nodes.MountReasons.Mounted, "", clock.GetUtcNow(), clock.GetUtcNow()),
            });
        }

        sweeper = new FleetSweeper(nodes, commands, policy, clock, NullLogger<FleetSweeper>.Instance);
    }

    /// <summary>Calls of Kubernetes and SSM so far.</summary>
    public int Calls => nodes.Pages + nodes.Reads + nodes.Writes + commands.SendCalls + commands.ReadCalls;

    public static async Task<HealthyFleet> StartAsync(int size)
    {
        var clock = new SimulatedClock();
        var fleet = new HealthyFleet(size, clock);
        await fleet.SweepAsync();
        clock.MoveTo(clock.GetUtcNow().AddMinutes(2));
        fleet.commands.TakeReports();
        return fleet;
    }

    public Task<SweepReport> SweepAsync() => sweeper.SweepAsync(CancellationToken.None);
}
