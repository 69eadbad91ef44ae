using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Sweeping;

namespace Jarpoint.Nodes.Tests.Sweeping;

/// <summary>A verify that says of a node that a mount was brought back: exit 13.</summary>
public sealed class RepairSweepTests
{
    private const string Repaired =
        """{"mount":"/mnt/a","state":"healthy","action":"none","code":13,"repairs":1,"detail":"was dead"}""";

    private readonly NodeWorld world = new();

    [Fact]
    public async Task Repairs_are_counted_once_and_no_node_is_unhealthy_for_them()
    {
        InstanceId[] ids = [.. Enumerable.Range(1, 10).Select(world.JoinReady)];
        var told = new HashSet<InstanceId>(ids.Take(6));
        world.Commands.Answer = run => told.Remove(run.Instance)
            ? new AgentAnswer(13, $"{Repaired}\n{Repaired.Replace("/mnt/a", "/mnt/b", StringComparison.Ordinal)}")
            : new AgentAnswer(0);
        (await SweepAsync()).ShouldBe(new SweepReport { Nodes = 10, Ready = 10 });

        (await SweepAsync()).ShouldBe(new SweepReport { Nodes = 10, Ready = 10, Repaired = 12 });
        (await SweepAsync()).ShouldBe(new SweepReport { Nodes = 10, Ready = 10 });
    }

    [Fact]
    public async Task A_repair_is_counted_by_its_exit_code_when_the_output_was_cut_off()
    {
        Answer(world.JoinReady(1), 13, Repaired[..20]);
        await SweepAsync();
        (await SweepAsync()).Repaired.ShouldBe(1);
    }

    [Fact]
    public async Task A_repair_counts_although_another_mount_of_the_node_is_unknown()
    {
        var id = world.JoinReady(1);
        Answer(id, 11, Repaired + """

            {"mount":"/mnt/b","state":"unknown","code":11,"detail":"S3 does not answer"}
            """);
        await SweepAsync();

        var report = await SweepAsync();

        (report.Repaired, report.Unknown).ShouldBe((1, 1));
        (await world.NodeAsync(id)).Condition.ShouldNotBeNull().Message.ShouldBe("/mnt/b: S3 does not answer");
    }

    [Fact]
    public async Task A_repair_whose_event_was_lost_is_told_by_the_sweep_once()
    {
        var id = world.JoinReady(1);
        Answer(id, 13, Repaired);
        await SweepAsync();
        world.Commands.TakeReports();

        await SweepAsync();
        await SweepAsync();

        world.Nodes.Events.ShouldHaveSingleItem().Reason.ShouldBe(MountReasons.Repaired);
        (await world.NodeAsync(id)).Condition.ShouldNotBeNull().Reason.ShouldBe(MountReasons.Mounted);
    }

    [Fact]
    public async Task A_repair_that_the_recorder_has_told_is_not_told_again()
    {
        var id = world.JoinReady(1);
        Answer(id, 13, Repaired);
        await SweepAsync();
        await world.Recorder.RecordAsync(world.Commands.TakeReports(), NodeWorld.Cancellation);

        (await SweepAsync()).Repaired.ShouldBe(1);

        world.Nodes.Events.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_node_that_was_dead_is_ready_again_when_a_verify_tells_of_its_repair()
    {
        var id = world.JoinReady(1);
        world.Nodes.Change(NodeWorld.NameOf(id), node => node with
        {
            Condition = new MountCondition(ConditionStatus.False, MountReasons.MountDead, "", world.Now, world.Now),
        });
        Answer(id, 13, Repaired);
        await SweepAsync();
        world.Commands.TakeReports();

        (await SweepAsync()).ShouldSatisfyAllConditions(
            static report => report.Ready.ShouldBe(1),
            static report => report.Unhealthy.ShouldBe(0));
        (await world.NodeAsync(id)).Condition.ShouldNotBeNull().Status.ShouldBe(ConditionStatus.True);
    }

    /// <summary>The next verify of the node ends so; each one after it with 0.</summary>
    private void Answer(InstanceId id, int exitCode, string output)
    {
        var first = true;
        world.Commands.Answer = run =>
        {
            if (run.Instance != id || !first || run.Command.Document != world.Policy.CareDocument)
            {
                return new AgentAnswer(0);
            }

            first = false;
            return new AgentAnswer(exitCode, output);
        };
    }

    private async Task<SweepReport> SweepAsync()
    {
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        return await world.Sweeper.SweepAsync(NodeWorld.Cancellation);
    }
}
