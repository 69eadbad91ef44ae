using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Shouldly;
using Xunit;

namespace Jarpoint.Conformance;

/// <summary>What the node logic needs of SSM Run Command.</summary>
public abstract class CommandRunnerConformance : NodePortConformance<CommandsUnderTest>
{
    private const string Cluster = "conformance";
    private const string Line = """{"mount":"/mnt/jarpoint/s3","state":"dead","code":10,"detail":"ENOTCONN"}""";

    private ICommandRunner Runner => Subject.Runner;

    [Fact]
    public async Task Tells_which_agents_are_online()
    {
        var (here, absent, lost) = (await AgentAsync(), await AgentAsync(agent: false), await AgentAsync());
        await Subject.LoseAgentAsync(lost, Cancellation);

        var online = await EventuallyAsync(
            () => Runner.OnlineAsync([here, absent, lost], Cancellation), static online => online.Count == 1);

        online.ShouldBe([here]);
        (await Runner.OnlineAsync([], Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tells_which_of_a_burst_are_online()
    {
        var (here, absent, lost) = (await AgentAsync(), await AgentAsync(agent: false), await AgentAsync());
        await Subject.LoseAgentAsync(lost, Cancellation);
        InstanceId[] burst =
            [here, absent, lost, .. Enumerable.Range(0, 120).Select(static n => InstanceId.Parse($"i-0ffffffffffff{n:x4}"))];

        var online = await EventuallyAsync(
            () => Runner.OnlineAsync(burst, Cancellation), static online => online.Count == 1);

        online.ShouldBe([here]);
    }

    [Fact]
    public async Task Tells_which_agents_of_the_cluster_are_lost()
    {
        var (here, lost, foreign) = (await AgentAsync(), await AgentAsync(), await AgentAsync(Cluster + "-2"));
        await Subject.LoseAgentAsync(lost, Cancellation);
        await Subject.LoseAgentAsync(foreign, Cancellation);

        var seen = await EventuallyAsync(() => Runner.LostAsync(Cluster, Cancellation), static seen => seen.Count > 0);

        seen.ShouldBe([lost]);
        seen.ShouldNotContain(here);
    }

    [Fact]
    public async Task Runs_a_command_and_tells_of_its_success()
    {
        var id = await AgentAsync();
        Subject.Answer(id, 0, "all is well");

        var invocation = await EndAsync(await SendAsync(new CommandTarget.Listed([id])), id);

        (invocation.Status, invocation.ExitCode, invocation.Instance, invocation.Document)
            .ShouldBe((InvocationStatus.Success, 0, id, Subject.Document));
        invocation.Output.ShouldContain("all is well");
    }

    [Fact]
    public async Task Tells_exit_code_and_output_of_a_failure()
    {
        var (bad, good) = (await AgentAsync(), await AgentAsync());
        Subject.Answer(bad, 10, Line + "\n");
        var command = await SendAsync(new CommandTarget.Listed([bad, good]));

        var invocation = await EndAsync(command, bad);
        await EndAsync(command, good);

        (invocation.Status, invocation.ExitCode).ShouldBe((InvocationStatus.Failed, 10));
        NodeScriptOutput.Read(invocation.Output).ShouldHaveSingleItem().Code.ShouldBe(10);
        var failure = (await EventuallyAsync(
            () => Runner.FailuresAsync(command, Cancellation), static failures => failures.Count == 1))
            .ShouldHaveSingleItem();
        (failure.Instance, failure.ExitCode, failure.CommandId).ShouldBe((bad, 10, command));
        NodeScriptOutput.Read(failure.Output).ShouldHaveSingleItem().Detail.ShouldBe("ENOTCONN");
    }

    [Fact]
    public async Task Sends_to_nobody_when_one_instance_is_not_registered()
    {
        var (here, absent) = (await AgentAsync(), await AgentAsync(agent: false));
        var before = await RecentAsync(0);

        (await TrySendAsync(new CommandTarget.Listed([here, absent]))).ShouldBeOfType<SendOutcome.TargetsNotReady>();

        (await Runner.RecentAsync(Subject.Document, DateTimeOffset.UnixEpoch, Cancellation)).Count
            .ShouldBe(before.Count);
    }

    [Fact]
    public async Task Reaches_every_agent_of_the_cluster_by_its_tags_and_no_other()
    {
        InstanceId[] ours = [await AgentAsync(), await AgentAsync(), await AgentAsync()];
        var foreign = await AgentAsync(Cluster + "-2");

        var command = await SendAsync(new CommandTarget.Fleet(Cluster));

        foreach (var id in ours)
        {
            (await EndAsync(command, id)).Status.ShouldBe(InvocationStatus.Success);
        }

        (await Runner.InvocationAsync(command, foreign, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Sums_recent_commands_up_newest_first()
    {
        var (bad, good) = (await AgentAsync(), await AgentAsync());
        Subject.Answer(bad, 9, "");
        var first = await SendAsync(new CommandTarget.Listed([good]), "status");
        await EndAsync(first, good);
        var second = await SendAsync(new CommandTarget.Listed([bad, good]));
        await EndAsync(second, bad);
        await EndAsync(second, good);

        var recent = await EventuallyAsync(
            () => Runner.RecentAsync(Subject.Document, DateTimeOffset.UnixEpoch, Cancellation),
            static recent => recent.Count == 2 && recent.All(static command => command.Completed == command.Targets));

        recent.Select(static command => command.Id).ShouldBe([second, first]);
        (recent[0].Targets, recent[0].Completed, recent[0].Errors, recent[0].DeliveryTimedOut).ShouldBe((2, 2, 1, 0));
        (recent[1].Targets, recent[1].Completed, recent[1].Errors).ShouldBe((1, 1, 0));
        recent.Select(static command => command.Parameters["Action"]).ShouldBe(["verify", "status"]);
        (await Runner.RecentAsync(Subject.Document, recent[0].RequestedAt.AddHours(1), Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Knows_nothing_of_a_command_on_a_node_it_did_not_go_to()
    {
        var (one, other) = (await AgentAsync(), await AgentAsync());
        var command = await SendAsync(new CommandTarget.Listed([one]));
        await EndAsync(command, one);

        (await Runner.InvocationAsync(command, other, Cancellation)).ShouldBeNull();
        (await Runner.InvocationAsync("11111111-2222-4333-8444-555555555555", one, Cancellation)).ShouldBeNull();
    }

    private Task<InstanceId> AgentAsync(string cluster = Cluster, bool agent = true)
        => Subject.LaunchAsync(cluster, agent, Cancellation);

    private Task<SendOutcome> TrySendAsync(CommandTarget target, string action = "verify")
        => Runner.SendAsync(
            new NodeCommand(
                Subject.Document,
                new Dictionary<string, string> { ["Action"] = action },
                TimeSpan.FromSeconds(60)),
            target,
            Cancellation);

    private async Task<string> SendAsync(CommandTarget target, string action = "verify")
        => (await EventuallyAsync(() => TrySendAsync(target, action), static sent => sent is SendOutcome.Sent))
            .ShouldBeOfType<SendOutcome.Sent>().CommandId;

    private async Task<CommandInvocation> EndAsync(string command, InstanceId id)
        => (await EventuallyAsync(
            () => Runner.InvocationAsync(command, id, Cancellation),
            static invocation => invocation is { Status: not InvocationStatus.Underway })).ShouldNotBeNull();

    private Task<IReadOnlyList<CommandSummary>> RecentAsync(int count) => EventuallyAsync(
        () => Runner.RecentAsync(Subject.Document, DateTimeOffset.UnixEpoch, Cancellation),
        recent => recent.Count == count);
}
