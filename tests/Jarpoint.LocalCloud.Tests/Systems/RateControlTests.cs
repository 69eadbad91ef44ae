using System.Globalization;
using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.Systems.Commands;
using static Jarpoint.LocalCloud.Tests.Systems.SsmServer;

namespace Jarpoint.LocalCloud.Tests.Systems;

public sealed class RateControlTests
{
    [Fact]
    public async Task One_error_more_than_MaxErrors_stops_the_rest()
    {
        await using var cloud = await StartAsync();
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        cloud.Register(20, new FakeMachine(exitCode: 3));
        var id = await cloud.SendToPoolAsync(static request =>
        {
            request.MaxConcurrency = "1";
            request.MaxErrors = "10%";
        });

        var command = await cloud.OverAsync(id);
        command.Status.Value.ShouldBe("Failed");
        command.StatusDetails.ShouldBe("Failed");
        command.TargetCount.ShouldBe(20);
        command.ErrorCount.ShouldBe(3);
        command.CompletedCount.ShouldBe(20);
        var terminated = await cloud.InvocationAsync(id, InstanceId(20));
        terminated.StatusDetails.ShouldBe("Terminated");
        terminated.ResponseCode.ShouldBe(-1);
        (await cloud.InvocationAsync(id, InstanceId(1))).ResponseCode.ShouldBe(3);
    }

    [Fact]
    public async Task By_default_the_first_error_stops_what_was_not_sent()
    {
        await using var cloud = await StartAsync();
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        var machine = new FakeMachine(exitCode: 1);
        cloud.Register(500, machine);
        var command = await cloud.OverAsync(await cloud.SendToPoolAsync());

        command.MaxConcurrency.ShouldBe("50");
        command.MaxErrors.ShouldBe("0");

        // Those that were sent already run to their end.
        command.ErrorCount!.Value.ShouldBeInRange(1, 50);
        machine.Scripts.Count.ShouldBe(command.ErrorCount!.Value);
        command.CompletedCount.ShouldBe(500);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("10%", 4)]
    [InlineData("1%", 1)]
    public async Task No_more_than_MaxConcurrency_run_at_once(string limit, int most)
    {
        await using var cloud = await StartAsync();
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        var gate = new TaskCompletionSource<ScriptRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        var machine = FakeMachine.Held(gate);
        cloud.Register(40, machine);
        var id = await cloud.SendToPoolAsync(request => request.MaxConcurrency = limit);
        await Eventually.HoldsAsync(() => machine.Running == most, () => $"{machine.Running} run, not {most}");
        (await cloud.CommandAsync(id)).StatusDetails.ShouldBe("InProgress");
        gate.SetResult(new ScriptRun(0, "", ""));

        (await cloud.OverAsync(id)).StatusDetails.ShouldBe("Success");
        machine.Scripts.Count.ShouldBe(40);
        machine.Most.ShouldBe(most);
    }

    [Theory]
    [InlineData("10%", 50, 5)]
    [InlineData("10%", 9, 0)]
    [InlineData("100%", 7, 7)]
    [InlineData("3", 2, 3)]
    public void A_percentage_is_of_the_targets_and_rounded_down(string text, int targets, int limit)
        => RateLimit.Errors(text).Of(targets).ShouldBe(limit);

    [Fact]
    public async Task A_fleet_of_ten_thousand_is_commanded_without_a_thread_a_node()
    {
        await using var cloud = await StartAsync();
        cloud.Systems.PutDocument("test-run", TestDocuments.Plain);
        var machine = new FakeMachine(async (_, cancellation) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancellation);
            return new ScriptRun(0, "{}", "");
        });
        cloud.Register(10_000, machine);
        var began = TimeProvider.System.GetTimestamp();
        var threads = ThreadPool.ThreadCount;
        var id = await cloud.SendToPoolAsync(static request => request.MaxConcurrency = "100%");
        var command = await cloud.OverAsync(id);

        command.TargetCount.ShouldBe(10_000);
        command.CompletedCount.ShouldBe(10_000);
        command.StatusDetails.ShouldBe("Success");
        cloud.Events.Count.ShouldBe(20_002);
        (ThreadPool.ThreadCount - threads).ShouldBeLessThan(100);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"10,000 nodes in {TimeProvider.System.GetElapsedTime(began).TotalMilliseconds:0} ms, {machine.Most} at once"));
    }
}
