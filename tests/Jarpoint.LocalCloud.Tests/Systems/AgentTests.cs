using Amazon.SimpleSystemsManagement.Model;
using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.Systems.Commands;
using static Jarpoint.LocalCloud.Tests.Systems.SsmServer;

namespace Jarpoint.LocalCloud.Tests.Systems;

public sealed class AgentTests
{
    [Fact]
    public async Task An_agent_runs_five_commands_at_once_and_the_rest_after_them()
    {
        await using var cloud = await StartAsync();
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        var gate = new TaskCompletionSource<ScriptRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        var machine = FakeMachine.Held(gate);
        var ids = cloud.Register(1, machine);
        var commands = new List<string>();
        for (var sent = 0; sent < 8; sent++)
        {
            commands.Add(await cloud.SendAsync(ids));
        }

        await Eventually.HoldsAsync(() => machine.Running == 5, () => $"{machine.Running} run, not 5");
        (await cloud.InvocationAsync(commands[7], ids[0])).StatusDetails.ShouldBe("Pending");
        gate.SetResult(new ScriptRun(0, "", ""));
        foreach (var command in commands)
        {
            (await cloud.OverAsync(command)).StatusDetails.ShouldBe("Success");
        }

        machine.Most.ShouldBe(5);
        machine.Scripts.Count.ShouldBe(8);
    }

    [Fact]
    public async Task Cancelling_ends_what_runs_and_what_waits()
    {
        await using var cloud = await StartAsync();
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        var machine = FakeMachine.Held(new TaskCompletionSource<ScriptRun>());
        var ids = cloud.Register(3, machine);
        var command = await cloud.SendAsync(ids, change: static request => request.MaxConcurrency = "2");
        await Eventually.HoldsAsync(() => machine.Running == 2, static () => "they do not run");
        await cloud.Client.CancelCommandAsync(new CancelCommandRequest { CommandId = command }, Cancellation);

        var over = await cloud.OverAsync(command);
        over.StatusDetails.ShouldBe("Cancelled");
        machine.Scripts.Count.ShouldBe(2);
        cloud.Events.Count(static one => one.Status == "Cancelled").ShouldBe(4);
        await Should.ThrowAsync<InvalidCommandIdException>(cloud.Client.CancelCommandAsync(
            new CancelCommandRequest { CommandId = Guid.NewGuid().ToString() }, Cancellation));
    }

    [Fact]
    public async Task Output_is_cut_off_where_the_service_cuts_it()
    {
        await using var cloud = await StartAsync();
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        var id = cloud.Register(1, new FakeMachine(0, new string('o', 30_000), new string('e', 9_000))).Single();
        var command = await cloud.SendAsync([id]);
        await cloud.OverAsync(command);

        var whole = await cloud.InvocationAsync(command, id);
        whole.StandardOutputContent.Length.ShouldBe(24_000);
        whole.StandardOutputContent.ShouldEndWith("o--output truncated--");
        whole.StandardErrorContent.Length.ShouldBe(8_000);
        var listed = (await cloud.Client.ListCommandInvocationsAsync(
            new ListCommandInvocationsRequest { CommandId = command, Details = true }, Cancellation))
            .CommandInvocations.ShouldHaveSingleItem().CommandPlugins.ShouldHaveSingleItem();
        listed.Output.Length.ShouldBe(2_500);
        listed.Output.ShouldContain("----------ERROR-------");
    }

    [Theory]
    [InlineData(100, 0, 100)]
    [InlineData(2_500, 0, 2_500)]
    [InlineData(2_501, 0, 2_500)]
    [InlineData(10, 10, 44)]
    [InlineData(10, 9_000, 2_500)]
    [InlineData(9_000, 10, 2_500)]
    [InlineData(9_000, 9_000, 2_500)]
    public void Listed_output_fits_in_2500_characters_with_its_errors(int output, int error, int length)
    {
        var text = OutputLimits.Combine(new string('o', output), new string('e', error));

        text.Length.ShouldBe(length);
        text.Count(static c => c == 'e').ShouldBeGreaterThanOrEqualTo(Math.Min(error, 1_000));
    }

    [Fact]
    public async Task A_failed_step_lets_later_ones_run_unless_it_says_exit()
    {
        await using var cloud = await StartAsync();
        const string Document = """
            {"schemaVersion":"2.2","mainSteps":[
              {"action":"aws:runShellScript","name":"first","inputs":{"runCommand":["one"]}},
              {"action":"aws:runShellScript","name":"second","inputs":{"runCommand":["two"],"onFailure":"exit"}},
              {"action":"aws:runShellScript","name":"third","inputs":{"runCommand":["three"]}}]}
            """;
        cloud.Systems.PutDocument("test-steps", Document);
        var machine = new FakeMachine(exitCode: 9);
        var id = cloud.Register(1, machine).Single();
        var command = await cloud.SendAsync([id], "test-steps");

        (await cloud.OverAsync(command)).StatusDetails.ShouldBe("Failed");
        machine.Scripts.Select(static script => script.Text).ShouldBe(["one", "two"]);
        await Should.ThrowAsync<InvalidPluginNameException>(cloud.InvocationAsync(command, id));
        (await cloud.Client.GetCommandInvocationAsync(
            new GetCommandInvocationRequest { CommandId = command, InstanceId = id, PluginName = "second" }, Cancellation))
            .ResponseCode.ShouldBe(9);
    }

    [Fact]
    public async Task A_machine_that_throws_is_a_failed_command_and_not_a_lost_one()
    {
        await using var cloud = await StartAsync();
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        var id = cloud.Register(1, new FakeMachine((_, _) => throw new IOException("no fork"))).Single();
        var command = await cloud.SendAsync([id]);

        (await cloud.OverAsync(command)).StatusDetails.ShouldBe("Failed");
        (await cloud.InvocationAsync(command, id)).StandardErrorContent.ShouldContain("no fork");
    }
}
