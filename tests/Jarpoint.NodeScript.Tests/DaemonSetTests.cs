using Jarpoint.LocalCloud.Machines;
using Jarpoint.LocalCloud.S3;
using Jarpoint.NodeScript.Tests.Entries;

namespace Jarpoint.NodeScript.Tests;

/// <summary>What the DaemonSet promises beyond the mount: it may come and go, and it tells the truth.</summary>
public sealed class DaemonSetTests
{
    private const string Mounts = "bucket=jars,mountpoint=/mnt/jarpoint/s3";
    private const string Daemons = "pgrep -x 's3fs|mount-s3'";
    private const string EndSupervision = "pkill -KILL -f 'jarpoint-node supervise'";

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> EverySecond = new() { ["JARPOINT_VERIFY_INTERVAL"] = "1" };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_container_takes_neither_the_mount_nor_an_open_file_with_it()
    {
        await using var bench = await NodeBench.StartAsync();
        await using var entry = new DaemonSetEntry();
        await bench.PutAsync("jars", "jars/a.jar", "first");
        await StartAsync(bench, entry, EverySecond);
        var daemon = (await bench.RunAsync(Daemons)).Output;
        await bench.RunAsync(
            """
            setsid bash -c 'exec 5</mnt/jarpoint/s3/jars/a.jar; touch /run/open
              until [[ -e /run/read ]]; do sleep 0.1; done; cat <&5 >/run/content' </dev/null >/dev/null 2>&1 &
            until [[ -e /run/open ]]; do sleep 0.1; done
            """);

        (await DaemonSetEntry.KubeletAsync(bench, $"kill {entry.Pod}")).ExitCode.ShouldBe(0);
        (await bench.RunAsync(Daemons)).Output.ShouldBe(daemon);
        (await bench.RunAsync("cat /mnt/jarpoint/s3/jars/a.jar")).Output.ShouldBe("first");

        var run = await entry.MountAsync(bench, Mounts, EverySecond);
        run.ExitCode.ShouldBe(0, run.Error);
        NodeReport.Of(run.Output.Split('\n')[0]).ShouldBe("/mnt/jarpoint/s3 of jars/: healthy, none, code 0, repairs 0");
        (await bench.RunAsync(Daemons)).Output.ShouldBe(daemon);
        // One that is about to start a command shows as two.
        await EventuallyAsync(bench, "[[ $(pgrep -cfx 'bash .*/jarpoint-node supervise .*') == 1 ]]");
        await EventuallyAsync(bench, "touch /run/read; grep -qx first /run/content");
    }

    [Theory]
    [InlineData(Breakage.Kill)]
    [InlineData(Breakage.Freeze)]
    [InlineData(Breakage.Unmount)]
    public async Task The_loop_mounts_again_what_nobody_else_looks_after(Breakage how)
    {
        await using var bench = await NodeBench.StartAsync();
        await using var entry = new DaemonSetEntry();
        await bench.PutAsync("jars", "jars/a.jar", "first");
        await StartAsync(bench, entry, EverySecond);
        await bench.RunAsync($"{EndSupervision}; {Daemons} >/run/before");
        await bench.Machine.BreakAsync(how, Cancelled);

        await EventuallyAsync(
            bench,
            $"now=$({Daemons}) && [[ $now != \"$(</run/before)\" ]] && cat /mnt/jarpoint/s3/jars/a.jar");
        (await bench.RunAsync(Daemons)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
        await EventuallyAsync(bench, $"{StandIn.PathOf("kubelet")} probe {entry.Pod} ready");
    }

    [Fact]
    public async Task It_is_ready_only_while_every_mount_answers()
    {
        await using var bench = await NodeBench.StartAsync();
        await using var entry = new DaemonSetEntry();
        await StartAsync(bench, entry, []);
        (await DaemonSetEntry.KubeletAsync(bench, $"probe {entry.Pod} ready")).ExitCode.ShouldBe(0);

        // No turn of the loop comes in between.
        await bench.RunAsync(EndSupervision);
        await bench.Machine.BreakAsync(Breakage.Freeze, Cancelled);

        (await DaemonSetEntry.KubeletAsync(bench, $"probe {entry.Pod} ready")).ExitCode.ShouldBe(10);
        (await DaemonSetEntry.KubeletAsync(bench, $"probe {entry.Pod} alive")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task It_is_not_ready_while_S3_does_not_answer_and_touches_nothing()
    {
        await using var bench = await NodeBench.StartAsync();
        await using var entry = new DaemonSetEntry();
        await StartAsync(bench, entry, EverySecond);
        var daemon = (await bench.RunAsync(Daemons)).Output;
        bench.Faults.Befall(NodeBench.InstanceId, S3Trouble.Denied);

        var ready = $"{StandIn.PathOf("kubelet")} probe {entry.Pod} ready";
        await EventuallyAsync(bench, $"! {ready}");
        (await bench.RunAsync(ready)).Error.ShouldContain("the last turn ended with code 11");
        (await bench.RunAsync(Daemons)).Output.ShouldBe(daemon);

        bench.Faults.Relieve(NodeBench.InstanceId);
        await EventuallyAsync(bench, ready);
    }

    [Fact]
    public async Task A_pod_that_mounts_nothing_is_not_ready_and_goes_on_trying()
    {
        await using var bench = await NodeBench.StartAsync();
        await using var entry = new DaemonSetEntry();
        bench.Faults.Befall(NodeBench.InstanceId, S3Trouble.Denied);
        (await entry.MountAsync(bench, Mounts, EverySecond)).ExitCode.ShouldBe(9);
        (await DaemonSetEntry.KubeletAsync(bench, $"probe {entry.Pod} ready")).ExitCode.ShouldBe(2);

        bench.Faults.Relieve(NodeBench.InstanceId);
        await EventuallyAsync(bench, $"{StandIn.PathOf("kubelet")} probe {entry.Pod} ready");
    }

    [Fact]
    public async Task Told_to_stop_it_leaves_the_mount()
    {
        await using var bench = await NodeBench.StartAsync();
        await using var entry = new DaemonSetEntry();
        await StartAsync(bench, entry, EverySecond);
        (await DaemonSetEntry.KubeletAsync(bench, $"stop {entry.Pod}")).ExitCode.ShouldBe(0);
        (await bench.RunAsync("stat -f /mnt/jarpoint/s3")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Told_to_stop_it_unmounts_if_it_was_asked_to()
    {
        await using var bench = await NodeBench.StartAsync();
        await using var entry = new DaemonSetEntry();
        await StartAsync(bench, entry, new() { ["JARPOINT_UNMOUNT_ON_EXIT"] = "true" });
        (await DaemonSetEntry.KubeletAsync(bench, $"stop {entry.Pod}")).ExitCode.ShouldBe(0);
        bench.Machine.Mounts().ShouldBeEmpty();
        (await bench.RunAsync(Daemons)).ExitCode.ShouldBe(1);
    }

    private static async Task StartAsync(NodeBench bench, DaemonSetEntry entry, Dictionary<string, string> environment)
    {
        var run = await entry.MountAsync(bench, Mounts, environment);
        run.ExitCode.ShouldBe(0, run.Error);
    }

    private static async Task EventuallyAsync(NodeBench bench, string condition)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await bench.RunAsync(condition) is { ExitCode: not 0 } last)
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Deadline, $"{condition}\n{last.Output}{last.Error}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancelled);
        }
    }
}
