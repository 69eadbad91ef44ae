using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Launching;
using Jarpoint.Nodes.Plan;
using Jarpoint.Nodes.Throttling;

namespace Jarpoint.Nodes.Tests.Launching;

public sealed class NodeMounterTests
{
    private readonly NodeWorld world = new();

    [Fact]
    public async Task Mounts_an_instance_whose_agent_is_online()
    {
        var id = world.Launch(1, TimeSpan.Zero);
        world.Clock.Advance(world.Policy.AgentGrace);

        (await MountAsync(id)).ShouldBeOfType<LaunchOutcome.Sent>();
        world.Commands.CommandsTo(id).ShouldBe(1);
    }

    [Fact]
    public async Task Asks_SSM_nothing_of_an_instance_that_is_too_young()
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var id = world.Launch(1, TimeSpan.Zero);
        world.Clock.Advance(TimeSpan.FromSeconds(2));

        // 20 s after its launch at :01, and on a multiple of the poll interval.
        (await MountAsync(id)).ShouldBe(new LaunchOutcome.NotYet(TimeSpan.FromSeconds(37)));
        (world.Commands.ReadCalls, world.Commands.SendCalls).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Looks_again_for_a_late_agent_on_the_same_beat_whenever_it_looked()
    {
        var id = world.Launch(1, agentAfter: null);
        world.Clock.Advance(TimeSpan.FromSeconds(41));
        (await MountAsync(id)).ShouldBe(new LaunchOutcome.NotYet(TimeSpan.FromSeconds(19)));

        world.Clock.Advance(TimeSpan.FromSeconds(4));
        (await MountAsync(id)).ShouldBe(new LaunchOutcome.NotYet(TimeSpan.FromSeconds(15)));

        // The next beat is but a second away: not worth a look.
        world.Clock.Advance(TimeSpan.FromSeconds(14));
        (await MountAsync(id)).ShouldBe(new LaunchOutcome.NotYet(TimeSpan.FromSeconds(21)));
    }

    [Fact]
    public async Task Leaves_an_agent_that_never_comes_to_the_sweep()
    {
        var id = world.Launch(1, agentAfter: null);
        world.Clock.Advance(world.Policy.ReadyDeadline);

        (await MountAsync(id)).ShouldBe(new LaunchOutcome.LeftToSweep());
    }

    [Fact]
    public async Task Leaves_what_is_none_of_its_business_alone()
    {
        var other = world.Launch(1, TimeSpan.Zero, pool: "web");
        var unknown = NodeWorld.Id(2);
        var foreign = NodeWorld.Id(3);
        world.Directory.Run(foreign, "another", NodeWorld.Pool);
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        var outcomes = await world.Mounter.MountAsync([other, unknown, foreign], NodeWorld.Cancellation);

        outcomes.Values.ShouldAllBe(static outcome => outcome is LaunchOutcome.NotOurs);
        outcomes.Count.ShouldBe(3);
        (world.Commands.ReadCalls, world.Commands.SendCalls).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Sends_one_command_for_fifty_instances_of_pools_with_the_same_mounts()
    {
        MountSpec[] mounts = [new MountSpec { Bucket = "jars" }];
        world.Policy = world.Policy with
        {
            Plan = new MountPlan(new Dictionary<string, IReadOnlyList<MountSpec>>
            {
                ["a"] = mounts,
                ["b"] = mounts,
                ["c"] = [new MountSpec { Bucket = "others" }],
            }),
        };
        var ids = Enumerable.Range(1, 110)
            .Select(i => world.Launch(i, TimeSpan.Zero, i > 100 ? "c" : i % 2 == 0 ? "a" : "b")).ToList();
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        var outcomes = await world.Mounter.MountAsync([.. ids, ids[0]], NodeWorld.Cancellation);

        outcomes.Values.ShouldAllBe(static outcome => outcome is LaunchOutcome.Sent);
        (outcomes.Count, world.Commands.SendCalls, world.Directory.Calls).ShouldBe((110, 3, 1));
    }

    [Fact]
    public async Task Lets_throttled_nodes_come_again_and_stops_feeding_the_throttle()
    {
        world.Commands.SendThrottle = new TokenBucket(1, 0.001, world.Clock);
        var ids = Enumerable.Range(1, 200).Select(i => world.Launch(i, TimeSpan.Zero)).ToList();
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        var outcomes = await world.Mounter.MountAsync(ids, NodeWorld.Cancellation);

        outcomes.Values.Count(static outcome => outcome is LaunchOutcome.Sent).ShouldBe(50);
        outcomes.Values.Count(static outcome => outcome is LaunchOutcome.NotYet).ShouldBe(150);
        world.Commands.SendCalls.ShouldBe(2);
    }

    [Fact]
    public async Task Lets_nodes_come_again_when_SSM_does_not_even_tell_who_is_online()
    {
        world.Commands.ReadThrottle = new TokenBucket(0.5, 0.001, world.Clock);
        var id = world.Launch(1, TimeSpan.Zero);
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        (await MountAsync(id)).ShouldBeOfType<LaunchOutcome.NotYet>();
    }

    [Fact]
    public async Task Sends_to_the_rest_when_one_instance_goes_between_the_look_and_the_command()
    {
        var ids = Enumerable.Range(1, 50).Select(i => world.Launch(i, TimeSpan.Zero)).ToList();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var mounter = new NodeMounter(
            world.Directory,
            new GoingAgents(world.Commands, ids[7]),
            world.Policy,
            world.Clock,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<NodeMounter>.Instance);

        var outcomes = await mounter.MountAsync(ids, NodeWorld.Cancellation);

        outcomes.Values.Count(static outcome => outcome is LaunchOutcome.Sent).ShouldBe(49);
        outcomes[ids[7]].ShouldBeOfType<LaunchOutcome.NotYet>();
        (world.Commands.SendCalls, world.Commands.ReadCalls).ShouldBe((2, 2));
    }

    [Fact]
    public async Task Does_nothing_in_a_dry_run()
    {
        world.Policy = world.Policy with { DryRun = true };
        var id = world.Launch(1, TimeSpan.Zero);
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        (await MountAsync(id)).ShouldBe(new LaunchOutcome.DryRun());
        world.Commands.SendCalls.ShouldBe(0);
    }

    private async Task<LaunchOutcome> MountAsync(InstanceId id)
        => (await world.Mounter.MountAsync([id], NodeWorld.Cancellation))[id];

    [Fact]
    public async Task Mounts_that_SSM_refuses_cost_no_other_pool_its_command_and_no_node_a_second_one()
    {
        world.Policy = world.Policy with
        {
            Plan = new MountPlan(new Dictionary<string, IReadOnlyList<MountSpec>>
            {
                ["a"] = [new MountSpec { Bucket = "jars" }],
                ["b"] = [new MountSpec { Bucket = "refused" }],
                ["c"] = [new MountSpec { Bucket = "others" }],
            }),
        };
        world.Commands.AfterSend = static command =>
        {
            if (command.Parameters[MountsParameter.Name].Contains("refused", StringComparison.Ordinal))
            {
                throw new IOException("InvalidParameters");
            }
        };
        var ids = Enumerable.Range(1, 260)
            .Select(i => world.Launch(i, TimeSpan.Zero, i <= 10 ? "a" : i <= 250 ? "b" : "c")).ToList();
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        var outcomes = await world.Mounter.MountAsync(ids, NodeWorld.Cancellation);

        // Those of the refused mounts have no outcome: their messages come again, and only theirs.
        outcomes.Keys.ShouldBe([.. ids.Take(10), .. ids.Skip(250)], ignoreOrder: true);
        outcomes.Values.ShouldAllBe(static outcome => outcome is LaunchOutcome.Sent);
        world.Commands.SendCalls.ShouldBe(3);
    }

    [Fact]
    public async Task Running_out_of_time_after_the_first_command_does_not_send_it_again()
    {
        using var time = new CancellationTokenSource();
        world.Commands.AfterSend = _ =>
        {
            if (world.Commands.SendCalls == 2)
            {
                time.Cancel();
                time.Token.ThrowIfCancellationRequested();
            }
        };
        var ids = Enumerable.Range(1, 150).Select(i => world.Launch(i, TimeSpan.Zero)).ToList();
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        var outcomes = await world.Mounter.MountAsync(ids, time.Token);

        outcomes.Count.ShouldBe(50);
        outcomes.Values.ShouldAllBe(static outcome => outcome is LaunchOutcome.Sent);
    }
}
