using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Recording;

namespace Jarpoint.Nodes.Tests.Recording;

public sealed class MountRecorderTests
{
    private const string Dead =
        """{"mount":"/mnt/jarpoint/s3","state":"dead","code":10,"detail":"ENOTCONN, and mounting again failed."}""";

    private const string Repaired =
        """{"mount":"/mnt/jarpoint/s3","state":"healthy","action":"none","code":13,"repairs":1,"detail":"was dead"}""";

    private readonly NodeWorld world = new();

    [Fact]
    public async Task A_mounted_node_becomes_ready_and_keeps_the_taints_of_others()
    {
        var id = world.Join(1);
        world.Clock.Advance(TimeSpan.FromSeconds(42));

        var report = await world.Recorder.RecordAsync([await world.ReportAsync(id)], NodeWorld.Cancellation);

        report.Outcomes.ShouldBe([new RecordOutcome.Recorded(MountReasons.Mounted, BecameReady: true)]);
        report.LaunchToReady.ShouldBe([TimeSpan.FromSeconds(42)]);
        var node = await world.NodeAsync(id);
        node.Taints.ShouldBe([NodeWorld.OtherTaint]);
        node.Condition.ShouldNotBeNull().Status.ShouldBe(ConditionStatus.True);
        world.Nodes.Events.ShouldHaveSingleItem().Warning.ShouldBeFalse();
    }

    [Fact]
    public async Task A_node_that_Karpenter_has_not_registered_keeps_its_taint_until_it_has()
    {
        var id = world.Join(1, static node => node with { Registered = false });
        var report = await world.ReportAsync(id);

        (await world.RecordAsync(report)).ShouldBeOfType<RecordOutcome.NotYet>();
        (await world.NodeAsync(id)).HasTaint(world.Policy.Taint).ShouldBeTrue();
        (await world.NodeAsync(id)).Condition.ShouldNotBeNull().Status.ShouldBe(ConditionStatus.True);

        world.Nodes.Change(NodeWorld.NameOf(id), static node => node with { Registered = true });
        (await world.RecordAsync(report)).ShouldBe(new RecordOutcome.Recorded(MountReasons.Mounted, BecameReady: true));
        world.Nodes.Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_conflict_is_read_again_and_what_others_did_stays()
    {
        var id = world.Join(1);
        var conflicts = 0;
        world.Nodes.BeforeWrite = name =>
        {
            if (conflicts++ < 3)
            {
                world.Nodes.Change(name, node => node with { Taints = [.. node.Taints, new NodeTaint($"other-{conflicts}", null, "NoExecute")] });
            }
        };

        (await world.RecordAsync(await world.ReportAsync(id)))
            .ShouldBe(new RecordOutcome.Recorded(MountReasons.Mounted, BecameReady: true));
        (await world.NodeAsync(id)).Taints.Select(static taint => taint.Key)
            .ShouldBe([NodeWorld.OtherTaint.Key, "other-1", "other-2", "other-3"]);
    }

    [Fact]
    public async Task A_node_that_conflicts_for_ever_is_looked_at_again_later()
    {
        var id = world.Join(1);
        var change = 0;
        world.Nodes.BeforeWrite = name => world.Nodes.Change(
            name, node => node with { Taints = [world.Taint, new NodeTaint($"other-{change++}", null, "NoExecute")] });

        (await world.RecordAsync(await world.ReportAsync(id))).ShouldBeOfType<RecordOutcome.NotYet>();
        world.Nodes.Writes.ShouldBeLessThan(12);
    }

    [Fact]
    public async Task A_node_that_turns_unmounted_during_a_conflict_keeps_its_taint()
    {
        var id = world.Join(1);
        world.Nodes.BeforeWrite = name => world.Nodes.Change(name, node => node.Condition is null ? node : node with
        {
            Taints = [world.Taint],
            Condition = node.Condition with { Status = ConditionStatus.Unknown },
        });

        (await world.RecordAsync(await world.ReportAsync(id)))
            .ShouldBe(new RecordOutcome.Recorded(MountReasons.Mounted, BecameReady: false));
        (await world.NodeAsync(id)).HasTaint(world.Policy.Taint).ShouldBeTrue();
    }

    [Fact]
    public async Task A_node_of_the_same_name_and_another_uid_is_another_node()
    {
        var id = world.Join(1);
        world.Nodes.BeforeWrite = name => world.Nodes.Change(name, node => node.Condition is null ? node : node with { Uid = "new" });

        (await world.RecordAsync(await world.ReportAsync(id))).ShouldBeOfType<RecordOutcome.Ignored>();
        (await world.NodeAsync(id)).HasTaint(world.Policy.Taint).ShouldBeTrue();
    }

    [Fact]
    public async Task A_failure_is_recorded_with_its_reason_and_the_words_of_the_script()
    {
        var id = world.Join(1);

        (await world.RecordAsync(await world.ReportAsync(id, 10, Dead)))
            .ShouldBe(new RecordOutcome.Recorded(MountReasons.MountDead, BecameReady: false));

        var condition = (await world.NodeAsync(id)).Condition.ShouldNotBeNull();
        (condition.Status, condition.Reason).ShouldBe((ConditionStatus.False, MountReasons.MountDead));
        condition.Message.ShouldBe("/mnt/jarpoint/s3: ENOTCONN, and mounting again failed.");
        world.Nodes.Events.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            static happened => happened.Warning.ShouldBeTrue(),
            static happened => happened.Reason.ShouldBe(MountReasons.MountDead));
        (await world.NodeAsync(id)).HasTaint(world.Policy.Taint).ShouldBeTrue();
    }

    [Fact]
    public async Task A_failure_again_is_no_new_Event()
    {
        var id = world.Join(1);
        await world.RecordAsync(await world.ReportAsync(id, 10, Dead));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RecordAsync(await world.ReportAsync(id, 9));

        world.Nodes.Events.Count.ShouldBe(1);
        (await world.NodeAsync(id)).Condition.ShouldNotBeNull().Reason.ShouldBe(MountReasons.MountFailed);
    }

    [Fact]
    public async Task A_ready_node_whose_store_does_not_answer_is_unknown_and_keeps_its_pods()
    {
        var id = world.JoinReady(1);
        world.Clock.Advance(TimeSpan.FromMinutes(5));

        (await world.RecordAsync(await world.ReportAsync(id, 11, document: world.Policy.CareDocument)))
            .ShouldBe(new RecordOutcome.Recorded(MountReasons.StoreUnreachable, BecameReady: false));
        var node = await world.NodeAsync(id);
        node.Condition.ShouldNotBeNull().Status.ShouldBe(ConditionStatus.Unknown);
        node.Taints.ShouldBe([NodeWorld.OtherTaint]);
    }

    [Theory]
    [InlineData(InvocationStatus.ExecutionTimedOut, MountReasons.CommandTimedOut, ConditionStatus.False)]
    [InlineData(InvocationStatus.DeliveryTimedOut, MountReasons.AgentUnreachable, ConditionStatus.Unknown)]
    public async Task A_command_that_got_no_answer_says_so(
        InvocationStatus status, string reason, ConditionStatus expected)
    {
        var id = world.Join(1);
        if (status is InvocationStatus.DeliveryTimedOut)
        {
            world.Commands.Agents.Lose(id);
        }

        var sent = (await world.Commands.SendAsync(
            new NodeCommand(world.Policy.MountDocument, new Dictionary<string, string>(), TimeSpan.FromMinutes(1)),
            new CommandTarget.Listed([id]),
            NodeWorld.Cancellation)).ShouldBeOfType<SendOutcome.Sent>();
        world.Commands.Answer = static _ => new AgentAnswer(null);
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        var report = world.Commands.TakeReports().ShouldHaveSingleItem();
        (report.CommandId, report.Status).ShouldBe((sent.CommandId, status));

        await world.RecordAsync(report);

        var condition = (await world.NodeAsync(id)).Condition.ShouldNotBeNull();
        (condition.Status, condition.Reason).ShouldBe((expected, reason));
    }

    [Fact]
    public async Task A_healthy_verify_makes_an_unknown_node_ready_and_asks_nothing_of_a_ready_one()
    {
        var (unknown, ready) = (world.Join(1), world.JoinReady(2));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var reports = new[]
        {
            await world.ReportAsync(unknown, document: world.Policy.CareDocument),
            await world.ReportAsync(ready, document: world.Policy.CareDocument),
        };
        var before = (await world.NodeAsync(ready), world.Commands.ReadCalls);

        var outcomes = (await world.Recorder.RecordAsync(reports, NodeWorld.Cancellation)).Outcomes;

        outcomes[0].ShouldBe(new RecordOutcome.Recorded(MountReasons.Mounted, BecameReady: true));
        outcomes[1].ShouldBe(new RecordOutcome.Ignored("still mounted"));
        (await world.NodeAsync(ready)).ShouldBe(before.Item1);
        world.Commands.ReadCalls.ShouldBe(before.ReadCalls + 1);
    }

    [Theory]
    [InlineData("refresh", 0)]
    [InlineData("refresh", 2)]
    [InlineData("warm", 10)]
    [InlineData("verify", NodeScriptExit.NothingMounted)]
    [InlineData("verify", NodeScriptExit.Locked)]
    public async Task What_says_nothing_of_the_mounts_changes_nothing(string action, int exitCode)
    {
        var id = world.Join(1);

        (await world.RecordAsync(await world.ReportAsync(id, exitCode, document: world.Policy.CareDocument, action: action)))
            .ShouldBeOfType<RecordOutcome.Ignored>();
        (await world.NodeAsync(id)).Condition.ShouldBeNull();
    }

    [Fact]
    public async Task A_node_of_another_document_or_not_over_or_cancelled_is_ignored()
    {
        var id = world.Join(1);
        var report = await world.ReportAsync(id);

        foreach (var other in new[]
        {
            report with { Document = "AWS-RunShellScript" },
            report with { Status = InvocationStatus.Underway },
            report with { Status = InvocationStatus.Cancelled },
        })
        {
            (await world.RecordAsync(other)).ShouldBeOfType<RecordOutcome.Ignored>();
        }

        world.Nodes.Pages.ShouldBe(0);
    }

    [Fact]
    public async Task An_instance_that_has_not_joined_yet_is_looked_at_again_and_a_foreign_one_never()
    {
        var (late, foreign) = (world.Launch(1, TimeSpan.Zero), NodeWorld.Id(2));
        world.Commands.Agents.Register(foreign, "another", world.Now);
        var reports = new[] { await world.ReportAsync(late), await world.ReportAsync(foreign) };

        var outcomes = (await world.Recorder.RecordAsync(reports, NodeWorld.Cancellation)).Outcomes;
        outcomes[0].ShouldBeOfType<RecordOutcome.NotYet>();
        outcomes[1].ShouldBeOfType<RecordOutcome.Ignored>();

        world.Clock.Advance(world.Policy.ReadyDeadline);
        (await world.RecordAsync(reports[0])).ShouldBeOfType<RecordOutcome.Ignored>();
    }

    [Fact]
    public async Task A_node_on_its_way_out_is_left_alone()
    {
        var id = world.Join(1, static node => node with { Deleting = true });

        (await world.RecordAsync(await world.ReportAsync(id))).ShouldBeOfType<RecordOutcome.Ignored>();
        world.Nodes.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task Output_that_SSM_does_not_have_yet_is_read_later()
    {
        var id = world.Join(1);
        var report = await world.ReportAsync(id, 9);
        world.Commands.ReadLag = TimeSpan.FromSeconds(5);

        (await world.RecordAsync(report)).ShouldBeOfType<RecordOutcome.NotYet>();
        (await world.NodeAsync(id)).Condition.ShouldBeNull();
    }

    [Fact]
    public async Task A_batch_costs_one_list_of_the_nodes_and_one_look_at_EC2()
    {
        var reports = new List<InvocationReport>();
        for (var i = 1; i <= 300; i++)
        {
            reports.Add(await world.ReportAsync(world.Join(i)));
        }

        var before = world.Commands.ReadCalls;
        var report = await world.Recorder.RecordAsync([.. reports, .. reports], NodeWorld.Cancellation);

        (world.Nodes.Pages, world.Nodes.Reads, world.Directory.Calls, world.Commands.ReadCalls).ShouldBe((1, 0, 2, before));
        report.LaunchToReady.Count.ShouldBe(300);
        report.Outcomes.Count(static outcome => outcome is RecordOutcome.Recorded { BecameReady: true }).ShouldBe(300);
    }

    [Fact]
    public async Task Failures_of_one_command_on_many_nodes_are_read_at_once()
    {
        world.Commands.Answer = static _ => new AgentAnswer(9);
        InstanceId[] ids = [.. Enumerable.Range(1, 40).Select(i => world.Join(i))];
        await world.Commands.SendAsync(
            new NodeCommand(world.Policy.MountDocument, new Dictionary<string, string>(), TimeSpan.FromMinutes(1)),
            new CommandTarget.Listed(ids),
            NodeWorld.Cancellation);

        await world.Recorder.RecordAsync(world.Commands.TakeReports(), NodeWorld.Cancellation);

        world.Commands.ReadCalls.ShouldBe(1);
        (await world.NodeAsync(ids[39])).Condition.ShouldNotBeNull().Reason.ShouldBe(MountReasons.MountFailed);
    }

    [Fact]
    public async Task A_verify_that_tells_of_a_repair_leaves_the_node_mounted_and_makes_one_normal_event()
    {
        var id = world.JoinReady(1);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var report = await world.ReportAsync(id, 13, Repaired, world.Policy.CareDocument);

        (await world.RecordAsync(report)).ShouldBe(new RecordOutcome.Recorded(MountReasons.Mounted, BecameReady: false));
        await world.RecordAsync(report);

        var condition = (await world.NodeAsync(id)).Condition.ShouldNotBeNull();
        (condition.Status, condition.Reason).ShouldBe((ConditionStatus.True, MountReasons.Mounted));
        var happened = world.Nodes.Events.ShouldHaveSingleItem();
        (happened.Warning, happened.Reason).ShouldBe((false, MountReasons.Repaired));
        happened.Message.ShouldBe("/mnt/jarpoint/s3: was dead");
    }

    [Fact]
    public async Task A_verify_that_tells_of_a_repair_makes_a_node_that_was_dead_mounted_again()
    {
        var id = world.JoinReady(1);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RecordAsync(await world.ReportAsync(id, 10, Dead));
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        await world.RecordAsync(await world.ReportAsync(id, 13, Repaired, world.Policy.CareDocument));

        (await world.NodeAsync(id)).Condition.ShouldNotBeNull().Status.ShouldBe(ConditionStatus.True);
        world.Nodes.Events.Select(static happened => happened.Reason).ShouldBe([MountReasons.MountDead, MountReasons.Repaired]);
    }

    [Fact]
    public async Task Does_nothing_in_a_dry_run()
    {
        world.Policy = world.Policy with { DryRun = true };
        var id = world.Join(1);

        (await world.RecordAsync(await world.ReportAsync(id))).ShouldBe(new RecordOutcome.Ignored("dry run"));
        world.Nodes.Writes.ShouldBe(0);
    }
}
