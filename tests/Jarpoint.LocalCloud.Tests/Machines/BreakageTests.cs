using Jarpoint.LocalCloud.Machines;

namespace Jarpoint.LocalCloud.Tests.Machines;

public sealed class BreakageTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_daemon_leaves_a_dead_mount_that_stat_calls_alive()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await bench.StartMachineAsync();
        await machine.OutputAsync(MachineScripts.Mount);

        await machine.BreakAsync(Breakage.Kill, Cancelled);

        await Eventually.HoldsAsync(() => machine.Mounts().Single().Daemon is null, () => "the daemon lives");
        machine.Mounts().Single().Mounted.ShouldBeTrue();
        var look = await machine.RunAsync("stat --file-system /mnt/jars");
        look.ExitCode.ShouldBe(1);
        look.Error.ShouldContain("Transport endpoint is not connected");
    }

    [Fact]
    public async Task A_frozen_daemon_hangs_whoever_asks_it_until_it_is_mended()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await bench.StartMachineAsync();
        await machine.OutputAsync(MachineScripts.Mount);

        await machine.BreakAsync(Breakage.Freeze, Cancelled);
        (await machine.RunAsync("stat --file-system /mnt/jars", TimeSpan.FromSeconds(2))).ExitCode.ShouldBeNull();

        await machine.BreakAsync(Breakage.Mend, Cancelled);
        (await machine.OutputAsync("cat /mnt/jars/jars/a.jar")).ShouldBe("first");
    }

    [Fact]
    public async Task Unmounted_by_hand_is_mounted_no_more()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await bench.StartMachineAsync();
        await machine.OutputAsync(MachineScripts.Mount);

        await machine.BreakAsync(Breakage.Unmount, Cancelled);

        machine.Mounts().ShouldBeEmpty();
    }

    [Fact]
    public async Task Throttled_is_one_machine_and_not_the_other()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await bench.StartMachineAsync();
        await using var other = await bench.StartMachineAsync("i-0123456789abcdef1");
        await machine.BreakAsync(Breakage.Throttle, Cancelled);
        const string Look = "AWS_MAX_ATTEMPTS=1; export AWS_MAX_ATTEMPTS; " + MachineScripts.Mount;

        var refused = await machine.RunAsync(Look);

        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("HTTP status 503");
        await other.OutputAsync(Look);
        await machine.BreakAsync(Breakage.Mend, Cancelled);
        await machine.OutputAsync(Look);
    }

    [Fact]
    public async Task A_full_cache_takes_nothing_until_it_is_mended()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await bench.StartMachineAsync();
        const string Write = "head -c 1M /dev/zero >\"$JARPOINT_HOME/file\"";

        await machine.BreakAsync(Breakage.Full, Cancelled);
        var full = await machine.RunAsync(Write);
        await machine.BreakAsync(Breakage.Mend, Cancelled);

        full.Error.ShouldContain("No space left on device");
        await machine.OutputAsync(Write);
    }

    [Fact]
    public async Task A_machine_without_a_mount_cannot_be_broken()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await bench.StartMachineAsync();

        foreach (var how in (Breakage[])[Breakage.Kill, Breakage.Freeze, Breakage.Unmount])
        {
            var error = await Should.ThrowAsync<InvalidOperationException>(() => machine.BreakAsync(how, Cancelled));
            error.Message.ShouldContain("i-0123456789abcdef0");
        }
    }
}
