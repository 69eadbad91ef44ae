using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Sweeping;

namespace Jarpoint.Nodes.Tests.Sweeping;

public sealed class FleetSweeperTests
{
    private readonly NodeWorld world = new();

    [Fact]
    public async Task A_sweep_of_five_thousand_healthy_nodes_takes_at_most_fifteen_calls()
    {
        for (var i = 1; i <= 5000; i++)
        {
            world.JoinReady(i);
        }

        await SweepAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        var before = Calls();
        var report = await SweepAsync();

        report.ShouldBe(new SweepReport { Nodes = 5000, Ready = 5000 });
        (Calls() - before).ShouldBeLessThanOrEqualTo(15);
        world.Nodes.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task A_taint_that_Karpenter_merged_back_is_taken_off_again()
    {
        var id = world.JoinReady(1);
        world.Nodes.Change(NodeWorld.NameOf(id), node => node with { Initialized = false, Taints = [NodeWorld.OtherTaint, world.Taint] });

        (await SweepAsync()).ShouldSatisfyAllConditions(
            static report => report.Untainted.ShouldBe(1),
            static report => report.Ready.ShouldBe(1),
            static report => report.Commanded.ShouldBe(0));
        (await world.NodeAsync(id)).Taints.ShouldBe([NodeWorld.OtherTaint]);
    }

    [Fact]
    public async Task A_mounted_node_that_is_not_registered_keeps_its_taint()
    {
        var id = world.Join(1, node => node with
        {
            Registered = false,
            Condition = new MountCondition(ConditionStatus.True, MountReasons.Mounted, "", world.Now, world.Now),
        });

        (await SweepAsync()).Starting.ShouldBe(1);
        (await world.NodeAsync(id)).HasTaint(world.Policy.Taint).ShouldBeTrue();
    }

    [Fact]
    public async Task A_node_without_a_condition_is_unknown_and_is_mounted_once_its_launch_had_its_time()
    {
        var id = world.Join(1);
        (await SweepAsync()).ShouldBe(new SweepReport { Nodes = 1, Starting = 1 });

        world.Clock.Advance(world.Policy.LaunchPatience);
        (await SweepAsync()).Commanded.ShouldBe(1);
        var condition = (await world.NodeAsync(id)).Condition.ShouldNotBeNull();
        (condition.Status, condition.Reason).ShouldBe((ConditionStatus.Unknown, MountReasons.Mounting));

        // The answer is lost: no second command while the first may be underway.
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await SweepAsync()).Commanded.ShouldBe(0);
        world.Clock.Advance(world.Policy.CommandPatience);
        (await SweepAsync()).Commanded.ShouldBe(1);
        world.Nodes.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_answer_of_a_command_of_the_sweep_counts_although_its_clock_is_a_little_behind()
    {
        var id = world.Join(1);
        world.Clock.Advance(world.Policy.LaunchPatience);
        await SweepAsync();
        var report = await world.ReportAsync(id);

        await world.RecordAsync(report with { RequestedAt = report.RequestedAt.AddSeconds(-5) });

        (await world.NodeAsync(id)).HasTaint(world.Policy.Taint).ShouldBeFalse();
    }

    [Fact]
    public async Task A_node_that_a_verify_found_dead_is_mounted_again_and_said_to_be()
    {
        var ids = await FleetAsync(10);
        Break(10, ids[0]);
        await SweepAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        (await SweepAsync()).ShouldBe(new SweepReport { Nodes = 10, Ready = 9, Unhealthy = 1, Commanded = 1 });
        var node = await world.NodeAsync(ids[0]);
        node.Condition.ShouldNotBeNull().ShouldSatisfyAllConditions(
            static condition => condition.Status.ShouldBe(ConditionStatus.False),
            static condition => condition.Reason.ShouldBe(MountReasons.Mounting),
            static condition => condition.Message.ShouldContain(MountReasons.MountDead));
        world.Nodes.Events.ShouldHaveSingleItem().Reason.ShouldBe(MountReasons.MountDead);
        node.Taints.ShouldBe([NodeWorld.OtherTaint]);
    }

    [Theory]
    [InlineData(11, MountReasons.StoreUnreachable)]
    [InlineData(null, MountReasons.AgentUnreachable)]
    public async Task A_ready_node_of_which_nobody_knows_is_never_touched(int? exitCode, string reason)
    {
        var ids = await FleetAsync(10);
        Break(exitCode, ids[0]);
        for (var i = 0; i < 20; i++)
        {
            var report = await SweepAsync();
            report.Commanded.ShouldBe(0);
            report.GuardTripped.ShouldBeFalse();
            world.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        (await world.NodeAsync(ids[0])).Condition.ShouldNotBeNull().ShouldSatisfyAllConditions(
            static condition => condition.Status.ShouldBe(ConditionStatus.Unknown),
            condition => condition.Reason.ShouldBe(reason));
        world.Nodes.Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_verify_that_is_older_than_the_condition_says_nothing()
    {
        var ids = await FleetAsync(10);
        Break(10, ids[0]);
        await SweepAsync();
        world.Commands.TakeReports();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RecordAsync(await world.ReportAsync(ids[0], 9));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.RecordAsync(await world.ReportAsync(ids[0]));

        (await SweepAsync()).Ready.ShouldBe(10);
    }

    [Fact]
    public async Task A_verify_that_is_underway_or_reached_fewer_is_no_failure()
    {
        await FleetAsync(10);
        world.Commands.Duration = static _ => TimeSpan.FromHours(1);
        await SweepAsync();
        world.JoinReady(11);
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        (await SweepAsync()).ShouldBe(new SweepReport { Nodes = 11, Ready = 11 });
    }

    [Theory]
    [InlineData(20, 4, false)]
    [InlineData(20, 5, true)]
    [InlineData(3, 1, false)]
    [InlineData(3, 2, true)]
    [InlineData(1, 1, false)]
    public async Task More_than_a_fifth_unhealthy_stops_every_repair(int nodes, int dead, bool trips)
    {
        var ids = await FleetAsync(nodes);
        Break(10, [.. ids.Take(dead)]);
        await SweepAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        var report = await SweepAsync();

        (report.GuardTripped, report.Unhealthy, report.Commanded).ShouldBe((trips, dead, trips ? 0 : dead));
    }

    [Fact]
    public async Task The_guard_lets_new_nodes_be_mounted()
    {
        var ids = await FleetAsync(10);
        Break(10, [.. ids.Take(5)]);
        await SweepAsync();
        var fresh = world.Join(100);
        world.Clock.Advance(world.Policy.LaunchPatience);

        (await SweepAsync()).ShouldBe(new SweepReport
        {
            Nodes = 11,
            Ready = 5,
            Unhealthy = 5,
            Starting = 1,
            Commanded = 1,
            GuardTripped = true,
        });
        world.Commands.CommandsTo(fresh).ShouldBe(1);
    }

    [Fact]
    public async Task An_overdue_node_is_reported_once_and_keeps_saying_so_until_it_is_ready()
    {
        await FleetAsync(10);
        var late = world.Join(100);
        world.Commands.Agents.Lose(late);
        for (var i = 0; i < 10; i++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(3));
            await SweepAsync();
            await world.Recorder.RecordAsync(world.Commands.TakeReports(), NodeWorld.Cancellation);
        }

        world.Nodes.Events.Where(static happened => happened.Reason == MountReasons.DeadlinePassed).ShouldHaveSingleItem();
        (await world.NodeAsync(late)).Condition.ShouldNotBeNull().Reason.ShouldBe(MountReasons.DeadlinePassed);
        world.Nodes.HasClaim("claim-100").ShouldBeTrue();

        world.Commands.Agents.Lose(late, lost: false);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RecordAsync(await world.ReportAsync(late));
        (await world.NodeAsync(late)).Taints.ShouldBe([NodeWorld.OtherTaint]);
    }

    [Fact]
    public async Task A_node_that_never_was_ready_is_replaced_when_that_is_wanted()
    {
        world.Policy = world.Policy with { ReplaceUnready = true };
        await FleetAsync(10);
        world.Commands.Agents.Lose(world.Join(100));
        world.Clock.Advance(world.Policy.ReadyDeadline);

        // Nobody had tried to mount it, for all that is known.
        (await SweepAsync()).Replaced.ShouldBe(0);
        world.Nodes.HasClaim("claim-100").ShouldBeTrue();

        world.Clock.Advance(world.Policy.CommandPatience);
        (await SweepAsync()).Replaced.ShouldBe(1);
        world.Nodes.HasClaim("claim-100").ShouldBeFalse();
        world.Nodes.Events.ShouldContain(static happened => happened.Reason == MountReasons.Replaced);
        (await SweepAsync()).ShouldSatisfyAllConditions(
            static report => report.Replaced.ShouldBe(0),
            static report => report.Nodes.ShouldBe(10));
    }

    [Fact]
    public async Task A_node_that_was_ready_is_never_replaced()
    {
        world.Policy = world.Policy with { ReplaceUnready = true };
        var ids = await FleetAsync(10);
        Break(10, ids[0]);
        for (var i = 0; i < 10; i++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(5));
            (await SweepAsync()).Replaced.ShouldBe(0);
        }

        world.Nodes.HasClaim("claim-1").ShouldBeTrue();
    }

    [Fact]
    public async Task The_guard_lets_nothing_be_replaced()
    {
        world.Policy = world.Policy with { ReplaceUnready = true };
        for (var i = 1; i <= 5; i++)
        {
            world.Join(i);
        }

        world.Clock.Advance(world.Policy.ReadyDeadline);

        (await SweepAsync()).ShouldSatisfyAllConditions(
            static report => report.GuardTripped.ShouldBeTrue(),
            static report => report.Overdue.ShouldBe(5),
            static report => report.Replaced.ShouldBe(0));
    }

    [Fact]
    public async Task A_node_whose_agent_SSM_has_lost_is_unknown()
    {
        var ids = await FleetAsync(10);
        world.Commands.Agents.Register(ids[0], "nowhere", world.Now);
        await SweepAsync();
        world.Commands.Agents.Register(ids[0], NodeWorld.Cluster, world.Now);
        world.Commands.Agents.Lose(ids[0]);
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        (await SweepAsync()).ShouldBe(new SweepReport { Nodes = 10, Ready = 9, Unknown = 1 });
        (await world.NodeAsync(ids[0])).Condition.ShouldNotBeNull().Reason.ShouldBe(MountReasons.AgentUnreachable);
    }

    [Fact]
    public async Task Deleting_nodes_and_unplanned_pools_are_left_out()
    {
        world.Join(1, static node => node with { Deleting = true });
        world.Join(2, static node => node with { Pool = "web" });
        world.Clock.Advance(TimeSpan.FromHours(1));

        (await SweepAsync()).ShouldBe(new SweepReport { Unplanned = 1 });
        (world.Nodes.Writes, world.Commands.SendCalls).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Does_nothing_in_a_dry_run()
    {
        world.Policy = world.Policy with { DryRun = true, ReplaceUnready = true };
        world.Join(1);
        world.Clock.Advance(TimeSpan.FromHours(1));

        (await SweepAsync()).ShouldBe(new SweepReport { Nodes = 1, Overdue = 1 });
        (world.Nodes.Writes, world.Commands.SendCalls).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_node_that_cannot_be_mounted_gets_ever_fewer_commands(int minutes)
    {
        await FleetAsync(10);
        var id = world.Join(100);
        world.Commands.Answer = run => new AgentAnswer(run.Instance == id ? 9 : 0);
        var since = world.Now;
        while (world.Now < since.AddHours(24))
        {
            world.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await SweepAsync();
            await world.Recorder.RecordAsync(world.Commands.TakeReports(), NodeWorld.Cancellation);
        }

        world.Commands.CommandsTo(id).ShouldBeInRange(15, CommandPace.Steps(TimeSpan.FromHours(24), TimeSpan.FromMinutes(1)) + 1);
        CommandPace.Steps(TimeSpan.FromHours(24), TimeSpan.FromMinutes(1)).ShouldBe(40);
    }

    private Task<SweepReport> SweepAsync() => world.Sweeper.SweepAsync(NodeWorld.Cancellation);

    private async Task<IReadOnlyList<InstanceId>> FleetAsync(int nodes)
    {
        IReadOnlyList<InstanceId> ids = [.. Enumerable.Range(1, nodes).Select(world.JoinReady)];
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        return ids;
    }

    /// <summary>These nodes answer so from now on; without an exit code they do not answer at all.</summary>
    private void Break(int? exitCode, params InstanceId[] ids)
    {
        world.Commands.Answer = run => new AgentAnswer(ids.Contains(run.Instance) ? exitCode : 0);
        if (exitCode is null)
        {
            Array.ForEach(ids, id => world.Commands.Agents.Lose(id));
        }
    }

    private int Calls() => world.Nodes.Pages + world.Nodes.Reads + world.Commands.SendCalls + world.Commands.ReadCalls;
}
