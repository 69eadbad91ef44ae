using Amazon.SimpleSystemsManagement.Model;
using Jarpoint.LocalCloud.Machines;
using Microsoft.Extensions.Time.Testing;
using static Jarpoint.LocalCloud.Tests.Systems.SsmServer;

namespace Jarpoint.LocalCloud.Tests.Systems;

public sealed class DeliveryTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task An_agent_that_is_offline_gets_the_command_when_it_is_back_in_time()
    {
        await using var cloud = await CloudAsync();
        var machine = new FakeMachine();
        var id = cloud.Register(1, machine).Single();
        cloud.Systems.Disconnect(id);
        var command = await cloud.SendAsync([id], change: static request => request.TimeoutSeconds = 60);
        (await cloud.InvocationAsync(command, id)).StatusDetails.ShouldBe("Delayed");
        time.Advance(TimeSpan.FromSeconds(59));
        machine.Scripts.ShouldBeEmpty();
        cloud.Systems.Reconnect(id);

        (await cloud.OverAsync(command)).StatusDetails.ShouldBe("Success");
    }

    [Fact]
    public async Task An_agent_that_stays_offline_times_out_and_does_not_run_the_command_later()
    {
        await using var cloud = await CloudAsync();
        var machine = new FakeMachine();
        var ids = cloud.Register(2, machine);
        cloud.Systems.Disconnect(ids[0]);
        var command = await cloud.SendAsync(ids, change: static request => request.TimeoutSeconds = 60);
        await Eventually.HoldsAsync(() => machine.Scripts.Count == 1, static () => "the other does not run");
        await Eventually.HoldsAsync(() => machine.Running == 0, static () => "the other does not end");
        time.Advance(TimeSpan.FromSeconds(60));

        var over = await cloud.OverAsync(command);
        over.Status.Value.ShouldBe("TimedOut");
        over.StatusDetails.ShouldBe("DeliveryTimedOut");
        over.DeliveryTimedOutCount.ShouldBe(1);
        over.ErrorCount.ShouldBe(0);
        var missed = await cloud.InvocationAsync(command, ids[0]);
        missed.Status.Value.ShouldBe("TimedOut");
        missed.StatusDetails.ShouldBe("DeliveryTimedOut");
        cloud.Systems.Reconnect(ids[0]);
        machine.Scripts.Count.ShouldBe(1);
        cloud.Events.ShouldContain(one => one.InstanceId == ids[0] && one.Status == "TimedOut");
    }

    [Fact]
    public async Task A_machine_that_goes_away_during_a_command_reports_nothing_until_the_command_expires()
    {
        await using var cloud = await CloudAsync();
        var gate = new TaskCompletionSource<ScriptRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        var machine = FakeMachine.Held(gate);
        var id = cloud.Register(1, machine).Single();
        var command = await cloud.SendAsync([id], change: static request => request.TimeoutSeconds = 60);
        await Eventually.HoldsAsync(() => machine.Running == 1, static () => "it does not run");

        gate.SetResult(new ScriptRun(null, "", ""));
        await Eventually.HoldsAsync(() => machine.Running == 0, static () => "it does not end");
        cloud.Systems.Deregister(id);
        (await cloud.InvocationAsync(command, id)).StatusDetails.ShouldBe("InProgress");
        var expires = (await cloud.CommandAsync(command)).ExpiresAfter!.Value;
        expires.ToUniversalTime().ShouldBe(time.GetUtcNow().UtcDateTime.AddSeconds(60 + 600));
        time.Advance(TimeSpan.FromSeconds(660));

        (await cloud.OverAsync(command)).StatusDetails.ShouldBe("DeliveryTimedOut");
    }

    [Fact]
    public async Task A_script_that_does_not_end_in_time_is_an_error_of_its_own_kind()
    {
        await using var cloud = await CloudAsync();
        var gate = new TaskCompletionSource<ScriptRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        var machine = FakeMachine.Held(gate);
        var id = cloud.Register(1, machine).Single();
        var command = await cloud.SendAsync([id]);
        await Eventually.HoldsAsync(() => machine.Running == 1, static () => "it does not run");
        time.Advance(TimeSpan.FromSeconds(600));
        gate.SetResult(new ScriptRun(null, "so far", ""));

        var over = await cloud.OverAsync(command);
        over.StatusDetails.ShouldBe("ExecutionTimedOut");
        over.ErrorCount.ShouldBe(1);
        (await cloud.InvocationAsync(command, id)).StandardOutputContent.ShouldBe("so far");
    }

    [Fact]
    public async Task A_result_reached_offline_is_reported_when_the_connection_is_back()
    {
        await using var cloud = await CloudAsync();
        var gate = new TaskCompletionSource<ScriptRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        var machine = FakeMachine.Held(gate);
        var id = cloud.Register(1, machine).Single();
        var command = await cloud.SendAsync([id]);
        await Eventually.HoldsAsync(() => machine.Running == 1, static () => "it does not run");
        cloud.Systems.Disconnect(id);
        gate.SetResult(new ScriptRun(0, "done", ""));
        await Eventually.HoldsAsync(() => Waiting(cloud, id) == 1, static () => "no result");
        (await cloud.InvocationAsync(command, id)).StatusDetails.ShouldBe("InProgress");
        cloud.Systems.Reconnect(id);

        (await cloud.OverAsync(command)).StatusDetails.ShouldBe("Success");
    }

    [Fact]
    public async Task An_instance_that_is_gone_before_its_turn_is_undeliverable()
    {
        await using var cloud = await CloudAsync();
        var gate = new TaskCompletionSource<ScriptRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        var machine = FakeMachine.Held(gate);
        var ids = cloud.Register(2, machine);
        var command = await cloud.SendAsync(ids, change: static request => request.MaxConcurrency = "1");
        await Eventually.HoldsAsync(() => machine.Running == 1, static () => "it does not run");
        cloud.Systems.Deregister(ids[1]);
        gate.SetResult(new ScriptRun(0, "", ""));

        (await cloud.OverAsync(command)).StatusDetails.ShouldBe("Success");
        (await cloud.InvocationAsync(command, ids[1])).StatusDetails.ShouldBe("Undeliverable");
    }

    [Fact]
    public async Task Commands_are_visible_to_readers_a_while_after_they_were_sent()
    {
        await using var cloud = await StartAsync(new() { VisibleAfter = TimeSpan.FromSeconds(2) }, time);
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        var id = cloud.Register(1, new FakeMachine()).Single();
        var command = await cloud.SendAsync([id]);
        await Should.ThrowAsync<InvocationDoesNotExistException>(cloud.InvocationAsync(command, id));
        time.Advance(TimeSpan.FromSeconds(2));

        (await cloud.OverAsync(command)).StatusDetails.ShouldBe("Success");
    }

    private static int Waiting(SsmServer cloud, string id)
        => cloud.Systems.Dispatch.Read(_ => cloud.Systems.Fleet.TryFind(id, out var one) ? one.Unreported.Count : 0);

    private async Task<SsmServer> CloudAsync()
    {
        var cloud = await StartAsync(time: time);
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        return cloud;
    }
}
