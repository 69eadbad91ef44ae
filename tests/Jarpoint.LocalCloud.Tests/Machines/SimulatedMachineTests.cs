using System.Text.Json;
using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.Machines.Simulated;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.LocalCloud.Tests.Machines;

public sealed class SimulatedMachineTests
{
    private static readonly SimulatedMachineOptions Options = new();

    private readonly FakeTimeProvider time = new();
    private readonly SimulatedMachines machines;

    public SimulatedMachineTests()
        => machines = new SimulatedMachines("nodes are simulated", bucket => bucket == "jars", Options, time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fresh_machine_installs_and_mounts_and_a_second_run_does_nothing()
    {
        await using var machine = await StartAsync();

        var first = await MountAsync(machine, "bucket=jars,prefix=a/,mountpoint=/mnt/a");
        var second = await MountAsync(machine, "bucket=jars,prefix=a/,mountpoint=/mnt/a");

        first.Output.ShouldBe(
            """{"mount":"/mnt/a","bucket":"jars","prefix":"a/","state":"healthy","action":"installed","code":0,"repairs":0,"milliseconds":0,"detail":"/mnt/a answers"}"""
            + "\n");
        ActionOf(second).ShouldBe("none");
        machine.Mounts().ShouldBe([new MachineMount("/mnt/a", null, Mounted: true)]);
    }

    [Fact]
    public async Task Several_mounts_give_a_line_each_and_the_worst_code()
    {
        await using var machine = await StartAsync();

        var run = await MountAsync(machine, "bucket=jars,mountpoint=/mnt/a bucket=missing,mountpoint=/mnt/b");

        run.ExitCode.ShouldBe(9);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        machine.Mounts().ShouldHaveSingleItem().Mountpoint.ShouldBe("/mnt/a");
    }

    [Theory]
    [InlineData("prefix=a/")]
    [InlineData("bucket=$(touch /tmp/x)")]
    [InlineData("bucket=jars,mountpoint=/mnt/../etc")]
    [InlineData("bucket=jars,prefix=a")]
    [InlineData("bucket=jars,mountpoint=/mnt/a bucket=jars,mountpoint=/mnt/a")]
    [InlineData("bucket=jars\n")]
    public async Task Settings_the_script_refuses_are_refused(string mounts)
    {
        await using var machine = await StartAsync();

        (await MountAsync(machine, mounts)).ExitCode.ShouldBe(2);

        machine.Mounts().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Breakage.Kill, 2)]
    [InlineData(Breakage.Unmount, 2)]
    [InlineData(Breakage.Freeze, 10)]
    public async Task Its_supervision_brings_a_mount_back_after_a_while_and_counts_it(Breakage how, int seconds)
    {
        await using var machine = await MountedAsync();
        await machine.BreakAsync(how, Cancelled);

        time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(100));
        machine.Mounts().Single().Mounted.ShouldBeFalse();
        time.Advance(TimeSpan.FromMilliseconds(100));
        machine.Mounts().Single().Mounted.ShouldBeTrue();

        var status = JsonDocument.Parse((await CareAsync(machine, "status")).Output).RootElement;
        status.GetProperty("repairs").GetInt32().ShouldBe(1);
        status.GetProperty("state").GetString().ShouldBe("healthy");
    }

    [Fact]
    public async Task A_repair_by_supervision_or_by_verify_is_told_once()
    {
        await using var machine = await MountedAsync();
        (await CareAsync(machine, "verify")).ExitCode.ShouldBe(0);

        await machine.BreakAsync(Breakage.Kill, Cancelled);
        time.Advance(Options.RepairTime);
        (await CareAsync(machine, "status")).ExitCode.ShouldBe(0);
        (await CareAsync(machine, "verify")).ExitCode.ShouldBe(13);
        (await CareAsync(machine, "verify")).ExitCode.ShouldBe(0);

        await machine.BreakAsync(Breakage.Kill, Cancelled);
        var verified = await CareAsync(machine, "verify");
        (verified.ExitCode, ActionOf(verified)).ShouldBe((13, "remounted"));
        (await CareAsync(machine, "verify")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_frozen_daemon_that_is_mended_in_time_needs_no_repair()
    {
        await using var machine = await MountedAsync();
        await machine.BreakAsync(Breakage.Freeze, Cancelled);

        await machine.BreakAsync(Breakage.Mend, Cancelled);

        machine.Mounts().Single().Mounted.ShouldBeTrue();
        (await CareAsync(machine, "status")).Output.ShouldContain("\"repairs\":0");
    }

    [Fact]
    public async Task Throttled_is_unknown_and_nothing_is_touched()
    {
        await using var machine = await MountedAsync();
        await machine.BreakAsync(Breakage.Throttle, Cancelled);

        var verified = await CareAsync(machine, "verify");

        verified.ExitCode.ShouldBe(11);
        verified.Output.ShouldContain("\"state\":\"unknown\",\"action\":\"none\"");
        machine.Mounts().Single().Mounted.ShouldBeTrue();
    }

    [Fact]
    public async Task Verify_on_a_machine_without_mounts_says_so()
    {
        await using var machine = await StartAsync();

        (await CareAsync(machine, "verify")).ExitCode.ShouldBe(12);
        (await CareAsync(machine, "reboot")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_run_that_takes_longer_than_its_time_out_has_no_exit_code()
    {
        await using var machine = await StartAsync();

        (await MountAsync(machine, "bucket=jars", TimeSpan.FromMilliseconds(500))).ExitCode.ShouldBeNull();

        machine.Mounts().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_machine_that_is_gone_answers_nobody()
    {
        var machine = await StartAsync();
        var run = machine.RunAsync(Script("SSM_Mounts", "bucket=jars", TimeSpan.FromMinutes(1)), Cancelled);

        await machine.DisposeAsync();

        (await run).ExitCode.ShouldBeNull();
        await Should.ThrowAsync<ObjectDisposedException>(() => CareAsync(machine, "verify"));
    }

    private static string ActionOf(ScriptRun run)
        => JsonDocument.Parse(run.Output).RootElement.GetProperty("action").GetString()!;

    private static NodeScript Script(string name, string value, TimeSpan timeout)
        => new(string.Empty, new Dictionary<string, string> { [name] = value }, timeout);

    private Task<INodeMachine> StartAsync() => machines.StartAsync("i-0123456789abcdef0", Cancelled);

    private async Task<INodeMachine> MountedAsync()
    {
        var machine = await StartAsync();
        (await MountAsync(machine, "bucket=jars")).ExitCode.ShouldBe(0);
        return machine;
    }

    private Task<ScriptRun> MountAsync(INodeMachine machine, string mounts, TimeSpan? timeout = null)
        => RunAsync(machine, Script("SSM_Mounts", mounts, timeout ?? TimeSpan.FromMinutes(1)));

    private Task<ScriptRun> CareAsync(INodeMachine machine, string action)
        => RunAsync(machine, Script("SSM_Action", action, TimeSpan.FromMinutes(1)));

    private async Task<ScriptRun> RunAsync(INodeMachine machine, NodeScript script)
    {
        var run = machine.RunAsync(script, Cancelled);
        time.Advance(Options.MountTime);
        return await run;
    }
}
