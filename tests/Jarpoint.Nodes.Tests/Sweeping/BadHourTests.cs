using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Plan;
using Jarpoint.Nodes.Sweeping;
using Jarpoint.Nodes.Throttling;

namespace Jarpoint.Nodes.Tests.Sweeping;

/// <summary>What a sweep does when something it needs is away, or somebody else was faster.</summary>
public sealed class BadHourTests
{
    private readonly NodeWorld world = new();

    [Theory]
    [InlineData(11, 1)]
    [InlineData(10, 6)]
    public async Task A_fleet_that_is_well_again_is_ready_although_no_event_says_so(int exitCode, int broken)
    {
        var ids = await FleetAsync(10);
        world.Commands.Answer = run => new AgentAnswer(ids.Take(broken).Contains(run.Instance) ? exitCode : 0);
        await SweepAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await SweepAsync()).Ready.ShouldBe(10 - broken);

        // The nodes heal themselves; nobody commands them: one is unknown, six trip the guard.
        world.Commands.Answer = static _ => new AgentAnswer(0);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        (await SweepAsync()).ShouldBe(new SweepReport { Nodes = 10, Ready = 10 });
        (await world.NodeAsync(ids[0])).Condition.ShouldNotBeNull().Status.ShouldBe(ConditionStatus.True);
        ids.Sum(world.Commands.CommandsTo).ShouldBe(0);
    }

    [Fact]
    public async Task A_fleet_of_which_nobody_knows_costs_a_bounded_number_of_calls_and_recovers()
    {
        var ids = await FleetAsync(1000);
        world.Commands.Answer = static _ => new AgentAnswer(11);
        await SweepAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await SweepAsync()).Unknown.ShouldBe(1000);
        world.Commands.Answer = static _ => new AgentAnswer(0);
        SweepReport report = new();
        for (var i = 0; i < 25 && report.Ready < 1000; i++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            var before = world.Commands.ReadCalls;
            report = await SweepAsync();
            // The sweep that still sees a thousand failures reads them a page at a time.
            (world.Commands.ReadCalls - before).ShouldBeLessThan(130);
        }

        report.Ready.ShouldBe(ids.Count);
    }

    [Fact]
    public async Task A_node_that_nobody_may_write_to_keeps_no_other_from_being_seen_to()
    {
        await FleetAsync(10);
        var (first, second) = (world.Join(20), world.Join(21));
        var retainted = world.Join(22, node => node with
        {
            Condition = new MountCondition(ConditionStatus.True, MountReasons.Mounted, "", world.Now, world.Now),
        });
        world.Clock.Advance(world.Policy.ReadyDeadline);
        world.Nodes.BeforeWrite = name =>
        {
            if (name == NodeWorld.NameOf(first))
            {
                throw new UnauthorizedAccessException("an admission policy says no");
            }
        };
        var sent = world.Commands.SendCalls;

        var report = await SweepAsync();

        (report.Failed, report.Commanded, report.Untainted).ShouldBe((1, 1, 1));
        (world.Commands.CommandsTo(first), world.Commands.CommandsTo(second)).ShouldBe((0, 1));
        (await world.NodeAsync(retainted)).HasTaint(world.Policy.Taint).ShouldBeFalse();
        (world.Commands.SendCalls - sent).ShouldBe(2, "one mount command, and the fleet is verified");
    }

    [Fact]
    public async Task A_Kubernetes_that_takes_no_write_fails_the_sweep_and_the_fleet_is_verified_all_the_same()
    {
        for (var i = 1; i <= 200; i++)
        {
            world.Join(i);
        }

        world.Clock.Advance(world.Policy.ReadyDeadline);
        var tried = 0;
        world.Nodes.BeforeWrite = _ =>
        {
            Interlocked.Increment(ref tried);
            throw new IOException("503");
        };

        await Should.ThrowAsync<AggregateException>(SweepAsync);

        tried.ShouldBeLessThan(50);
        world.Commands.SendCalls.ShouldBe(1);
    }

    [Fact]
    public async Task Taints_come_off_while_SSM_throttles()
    {
        var id = world.Join(1, node => node with
        {
            Condition = new MountCondition(ConditionStatus.True, MountReasons.Mounted, "", world.Now, world.Now),
        });
        var unmounted = world.Join(2);
        world.Clock.Advance(world.Policy.LaunchPatience);
        world.Commands.ReadThrottle = new TokenBucket(0.5, 0.0001, world.Clock);

        (await SweepAsync()).ShouldSatisfyAllConditions(
            static report => report.Untainted.ShouldBe(1),
            static report => report.Commanded.ShouldBe(0));
        (await world.NodeAsync(id)).HasTaint(world.Policy.Taint).ShouldBeFalse();
        world.Commands.CommandsTo(unmounted).ShouldBe(0);
    }

    [Fact]
    public async Task A_node_that_became_ready_behind_the_sweeps_back_is_neither_reported_nor_replaced()
    {
        world.Policy = world.Policy with { ReplaceUnready = true, Concurrency = 1 };
        await FleetAsync(20);
        var (first, second) = (Tried(100), Tried(101));
        world.Clock.Advance(world.Policy.ReadyDeadline);
        world.Nodes.BeforeWrite = name =>
        {
            if (name == NodeWorld.NameOf(first))
            {
                world.Nodes.Change(NodeWorld.NameOf(second), node => node with
                {
                    Taints = [NodeWorld.OtherTaint],
                    Condition = new MountCondition(ConditionStatus.True, MountReasons.Mounted, "", world.Now, world.Now),
                });
            }
        };

        (await SweepAsync()).Replaced.ShouldBe(1);

        world.Nodes.HasClaim("claim-101").ShouldBeTrue();
        var condition = (await world.NodeAsync(second)).Condition.ShouldNotBeNull();
        (condition.Status, condition.Reason).ShouldBe((ConditionStatus.True, MountReasons.Mounted));
        world.Nodes.Events.ShouldNotContain(happened => happened.Node == NodeWorld.NameOf(second));
    }

    [Fact]
    public async Task Nothing_is_replaced_while_nobody_knows_of_too_many()
    {
        world.Policy = world.Policy with { ReplaceUnready = true };
        await FleetAsync(10);
        Tried(100);
        world.Commands.Answer = static _ => new AgentAnswer(11);
        await SweepAsync();
        world.Clock.Advance(world.Policy.ReadyDeadline);

        (await SweepAsync()).ShouldSatisfyAllConditions(
            static report => report.Unknown.ShouldBe(10),
            static report => report.GuardTripped.ShouldBeFalse(),
            static report => report.Replaced.ShouldBe(0));
        world.Nodes.HasClaim("claim-100").ShouldBeTrue();
    }

    [Fact]
    public async Task Old_nodes_of_a_pool_that_is_new_to_the_plan_are_mounted_by_the_next_sweep()
    {
        await FleetAsync(10);
        var old = world.Join(100, static node => node with { Pool = "late" });
        (await SweepAsync()).Unplanned.ShouldBe(1);
        for (var i = 0; i < 26; i++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await SweepAsync();
        }

        world.Policy = world.Policy with
        {
            Plan = new MountPlan(new Dictionary<string, IReadOnlyList<MountSpec>>
            {
                [MountPlan.EveryOtherPool] = [new MountSpec { Bucket = "jars" }],
            }),
        };
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        (await SweepAsync()).Commanded.ShouldBe(1);
        world.Commands.CommandsTo(old).ShouldBe(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(180)]
    public void A_node_that_got_a_command_a_minute_ago_gets_none_although_no_verify_went_out_since(int? minutesSinceSweep)
    {
        var start = world.Now;
        var lastSweep = minutesSinceSweep is { } minutes ? start.AddDays(1).AddMinutes(-minutes) : (DateTimeOffset?)null;
        var node = new ClusterNode { Name = "node-1", Uid = "uid-1", Pool = NodeWorld.Pool, CreatedAt = start };
        var overdue = new Sighting(node, NodeState.Overdue, null, new MountCondition(
            ConditionStatus.False, MountReasons.DeadlinePassed, "", start.AddDays(1).AddMinutes(-1), start));

        CommandPace.IsDue(overdue, lastSweep, start.AddDays(1).AddSeconds(-1), world.Policy).ShouldBeFalse();
        CommandPace.IsDue(overdue, lastSweep, start.AddDays(1).AddHours(1), world.Policy).ShouldBeTrue();
    }

    /// <summary>A node that was tried to be mounted, and is not.</summary>
    private InstanceId Tried(int number) => world.Join(number, node => node with
    {
        Condition = new MountCondition(ConditionStatus.False, MountReasons.MountFailed, "", world.Now, world.Now),
    });

    private Task<SweepReport> SweepAsync() => world.Sweeper.SweepAsync(NodeWorld.Cancellation);

    private async Task<IReadOnlyList<InstanceId>> FleetAsync(int nodes)
    {
        IReadOnlyList<InstanceId> ids = [.. Enumerable.Range(1, nodes).Select(world.JoinReady)];
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        return ids;
    }
}
