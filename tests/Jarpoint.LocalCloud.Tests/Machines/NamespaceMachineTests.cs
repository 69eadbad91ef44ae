using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.Machines.Namespaces;

namespace Jarpoint.LocalCloud.Tests.Machines;

public sealed class NamespaceMachineTests
{
    [Fact]
    public async Task A_script_runs_as_root_of_a_machine_with_nothing_of_this_process_in_its_environment()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await bench.StartMachineAsync();

        var run = await machine.RunAsync(
            "id -u; hostname; echo \"$SSM_Mounts\"; env | cut -d= -f1 | sort | tr '\\n' ' '; echo oops >&2; exit 7",
            environment: ("SSM_Mounts", "$(touch /mnt/canary) '\"\n;"));

        run.ExitCode.ShouldBe(7);
        run.Error.ShouldBe("oops\n");
        run.Output.ShouldStartWith("0\ni-0123456789abcdef0\n$(touch /mnt/canary) '\"\n;\n");
        run.Output.ShouldNotContain("DOTNET");
        (await machine.OutputAsync("ls /mnt")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_machine_writes_is_seen_neither_by_the_computer_nor_by_another_machine()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var one = await bench.StartMachineAsync();
        await using var other = await bench.StartMachineAsync("i-0123456789abcdef1");
        var canary = $"machine-canary-{one.ProcessId}";

        await one.OutputAsync($"touch /mnt/{canary} /run/{canary} /tmp/{canary} \"$JARPOINT_HOME/{canary}\"");

        var look = $"ls -d /mnt/{canary} /run/{canary} /tmp/{canary} \"$JARPOINT_HOME/{canary}\" 2>/dev/null | wc -l";
        (await one.OutputAsync(look)).ShouldBe("4");
        (await other.OutputAsync(look)).ShouldBe("0");
        File.Exists($"/mnt/{canary}").ShouldBeFalse();
        File.Exists($"/tmp/{canary}").ShouldBeFalse();
        File.Exists($"/run/{canary}").ShouldBeFalse();
    }

    [Fact]
    public async Task A_time_out_ends_the_script_and_what_it_waits_for_but_not_what_it_detached()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await bench.StartMachineAsync();

        var run = await machine.RunAsync(
            """
            setsid sleep 1001 &
            sleep 1002 &
            echo begun
            wait
            """,
            TimeSpan.FromSeconds(3));

        run.ExitCode.ShouldBeNull();
        run.Output.ShouldBe("begun\n");
        (await machine.OutputAsync("pgrep -f 'sleep 1001' >/dev/null && echo detached")).ShouldBe("detached");
        (await machine.RunAsync("pgrep -fx 'sleep 1002'")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task A_process_left_behind_with_the_output_open_does_not_hold_the_script_up()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await bench.StartMachineAsync();

        var run = await machine.RunAsync("setsid sleep 1003 & echo done");

        run.ShouldBe(new ScriptRun(0, "done\n", string.Empty));
    }

    [Fact]
    public async Task A_mount_is_real_and_known_by_its_daemon()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await bench.StartMachineAsync();

        await machine.OutputAsync(MachineScripts.Mount);

        (await machine.OutputAsync("cat /mnt/jars/jars/a.jar")).ShouldBe("first");
        var mount = machine.Mounts().ShouldHaveSingleItem();
        mount.Mountpoint.ShouldBe("/mnt/jars");
        mount.Mounted.ShouldBeTrue();
        File.Exists($"/proc/{mount.Daemon}/exe").ShouldBeTrue();
        (await File.ReadAllTextAsync("/proc/self/mountinfo", TestContext.Current.CancellationToken))
            .ShouldNotContain("/mnt/jars");
    }

    [Fact]
    public async Task Nothing_is_left_of_a_machine_with_a_frozen_daemon_and_a_process_that_hangs_on_it()
    {
        await using var bench = await MachineBench.StartAsync();
        var machine = await bench.StartMachineAsync();
        await machine.OutputAsync(MachineScripts.Mount);
        var daemon = machine.Mounts().Single().Daemon!.Value;
        await machine.BreakAsync(Breakage.Freeze, TestContext.Current.CancellationToken);
        await machine.OutputAsync("setsid ls /mnt/jars >/dev/null 2>&1 & echo");

        await machine.DisposeAsync();

        File.Exists($"/proc/{daemon}/exe").ShouldBeFalse();
        Directory.Exists($"/proc/{machine.ProcessId}").ShouldBeFalse();
        machine.Mounts().ShouldBeEmpty();
        await Should.ThrowAsync<ObjectDisposedException>(() => machine.RunAsync("true"));
    }

    [Fact]
    public async Task A_script_that_runs_when_its_machine_ends_has_no_exit_code()
    {
        await using var bench = await MachineBench.StartAsync();
        var machine = await bench.StartMachineAsync();
        var run = machine.RunAsync("echo begun; touch /run/begun; sleep 1004");
        var begun = MachineLayout.FromOutside(machine.ProcessId, "/run/begun");
        await Eventually.HoldsAsync(() => File.Exists(begun), () => "the script does not begin");

        await machine.DisposeAsync();

        (await run).ShouldBe(new ScriptRun(null, "begun\n", string.Empty));
    }
}
