using Jarpoint.LocalCloud.S3;
using Jarpoint.NodeDocument;
using Jarpoint.NodeScript.Tests.Entries;

namespace Jarpoint.NodeScript.Tests;

/// <summary>What user data promises beyond the mount: kubelet starts with it, or not at all.</summary>
public sealed class UserDataTests
{
    private const string Mounts = "bucket=jars,mountpoint=/mnt/jarpoint/s3";
    private const string Started = "nodeadm-run.service started\nkubelet.service started\n";
    private const string Kept = "nodeadm-run.service failed\n";

    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public async Task Kubelet_starts_once_it_is_mounted_and_again_after_a_reboot()
    {
        await using var bench = await MountedAsync();
        (await UserDataEntry.StartKubeletAsync(bench)).Output.ShouldBe(Started);

        var reboot = await UserDataEntry.RebootAsync(bench);
        reboot.ExitCode.ShouldBe(0, reboot.Error);
        bench.Machine.Mounts().ShouldBeEmpty();
        // Nothing is fetched at a second boot: what the node keeps is what counts.
        await bench.PutAsync("scripts", UserData.ScriptKey, "exit 1");

        (await UserDataEntry.StartKubeletAsync(bench)).Output.ShouldBe(Started);
        bench.Machine.Mounts().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Kubelet_waits_at_a_second_boot_until_S3_answers()
    {
        await using var bench = await MountedAsync();
        await UserDataEntry.RebootAsync(bench);
        bench.Faults.Befall(NodeBench.InstanceId, S3Trouble.Denied);
        (await UserDataEntry.StartKubeletAsync(bench)).Output.ShouldBe(Kept);

        bench.Faults.Relieve(NodeBench.InstanceId);
        await StartedAtLastAsync(bench);
        bench.Machine.Mounts().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Kubelet_that_restarts_later_does_not_wait_for_S3()
    {
        await using var bench = await MountedAsync();
        (await UserDataEntry.StartKubeletAsync(bench)).Output.ShouldBe(Started);
        bench.Faults.Befall(NodeBench.InstanceId, S3Trouble.SlowDown);
        (await UserDataEntry.StartKubeletAsync(bench)).Output.ShouldBe(Started);
    }

    [Fact]
    public async Task A_script_of_another_digest_is_refused_and_kubelet_kept_from_starting()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.PutAsync("scripts", UserData.ScriptKey, "touch /run/canary\n" + NodeScriptText.Whole);

        var run = await UserDataEntry.BootAsync(bench, UserDataEntry.Settings(bench, Mounts) with { DeadlineSeconds = 600 }, None);

        run.ExitCode.ShouldBe(5, run.Error);
        run.Error.ShouldContain($"s3://scripts/{UserData.ScriptKey} is refused: its SHA-256 is not {NodeScriptText.Sha256}");
        (await UserDataEntry.StartKubeletAsync(bench)).Output.ShouldBe(Kept);
        (await bench.RunAsync("ls /run/canary $JARPOINT_HOME/*jarpoint-node*")).Output.ShouldBeEmpty();
        bench.Machine.Mounts().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(S3Trouble.SlowDown)]
    [InlineData(S3Trouble.Denied)]
    [InlineData(null)]
    public async Task A_script_that_cannot_be_fetched_keeps_kubelet_from_starting(S3Trouble? trouble)
    {
        await using var bench = await NodeBench.StartAsync();
        if (trouble is { } one)
        {
            await UserDataEntry.UploadAsync(bench);
            bench.Faults.Befall(NodeBench.InstanceId, one);
        }

        var run = await UserDataEntry.BootAsync(bench, UserDataEntry.Settings(bench, Mounts), None);
        run.ExitCode.ShouldBe(4, run.Error);
        run.Error.ShouldContain("kubelet is kept from starting");
        (await UserDataEntry.StartKubeletAsync(bench)).Output.ShouldBe(Kept);

        // The gate tries again by itself when anybody starts kubelet.
        bench.Faults.Relieve(NodeBench.InstanceId);
        await UserDataEntry.UploadAsync(bench);
        (await UserDataEntry.StartKubeletAsync(bench)).Output.ShouldBe(Started);
        bench.Machine.Mounts().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_may_pass_is_tried_again_until_the_deadline()
    {
        await using var bench = await NodeBench.StartAsync();
        var boot = UserDataEntry.BootAsync(bench, UserDataEntry.Settings(bench, Mounts) with { DeadlineSeconds = 150 }, None);
        var began = TimeProvider.System.GetTimestamp();
        while ((await bench.RunAsync("grep -q 'code 4; trying again' /run/machine/scripts/*.err")).ExitCode != 0)
        {
            boot.IsCompleted.ShouldBeFalse();
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromMinutes(2));
        }

        await UserDataEntry.UploadAsync(bench);
        var run = await boot;
        run.ExitCode.ShouldBe(0, run.Error);
        bench.Machine.Mounts().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Many_runs_at_once_do_not_get_into_one_anothers_way()
    {
        await using var bench = await NodeBench.StartAsync();
        await UserDataEntry.BootAsync(bench, UserDataEntry.Settings(bench, Mounts), None);

        // There is no script, and nobody waits for it: each ends at once with the code of that.
        var run = await bench.RunAsync(
            """
            printf '#!/bin/sh\nexit 1\n' >/run/machine/bin/aws
            cp "$JARPOINT_HOME/user-data" /run/user-data
            for _ in {1..100}; do
              { code=0; /run/user-data || code=$?; echo "$code"; } &
            done
            wait
            """,
            UserDataEntry.OnTheMachine);

        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(Enumerable.Repeat("4", 100), run.Error);
        (await UserDataEntry.StartKubeletAsync(bench)).Output.ShouldBe(Kept);
    }

    [Fact]
    public async Task Of_two_mounts_one_that_fails_keeps_kubelet_from_starting()
    {
        await using var bench = await NodeBench.StartAsync();
        await UserDataEntry.UploadAsync(bench);
        var two = Mounts + " bucket=no-such-bucket,mountpoint=/mnt/jarpoint/other";
        var run = await UserDataEntry.BootAsync(bench, UserDataEntry.Settings(bench, two), None);
        run.ExitCode.ShouldBe(9, run.Error);
        (await UserDataEntry.StartKubeletAsync(bench)).Output.ShouldBe(Kept);

        // Nor does a reboot forget the second: only one was kept alive.
        await UserDataEntry.RebootAsync(bench);
        (await UserDataEntry.StartKubeletAsync(bench)).Output.ShouldBe(Kept);
    }

    [Fact]
    public async Task Both_of_two_mounts_come_up_before_kubelet()
    {
        await using var bench = await NodeBench.StartAsync();
        await UserDataEntry.UploadAsync(bench);
        var two = Mounts + " bucket=more-jars,prefix=team/,mountpoint=/mnt/jarpoint/more";
        (await UserDataEntry.BootAsync(bench, UserDataEntry.Settings(bench, two), None)).ExitCode.ShouldBe(0);
        (await UserDataEntry.StartKubeletAsync(bench)).Output.ShouldBe(Started);
        bench.Machine.Mounts().Select(mount => mount.Mountpoint)
            .ShouldBe(["/mnt/jarpoint/s3", "/mnt/jarpoint/more"], ignoreOrder: true);
    }

    [Fact]
    public async Task Fits_into_user_data_beside_what_Karpenter_adds()
    {
        await using var bench = await NodeBench.StartAsync();
        var mounts = string.Join(' ', Enumerable.Range(0, 8).Select(number
            => $"bucket=a-bucket-with-a-name-of-some-length-{number},prefix=jars/team-{number}/,mountpoint=/mnt/jarpoint/mount-{number}"));
        var run = await bench.RunAsync(
            $"{StandIn.PathOf("karpenter")} --size <<'END'\n"
            + UserData.Render(UserDataEntry.Settings(bench, mounts)) + "END\n");
        int.Parse(run.Output, System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeInRange(4096, UserData.LargestSize, run.Error);
    }

    // systemd starts kubelet again and again, and mount-s3 is tried ever more rarely.
    private static async Task StartedAtLastAsync(NodeBench bench)
    {
        var began = TimeProvider.System.GetTimestamp();
        while ((await UserDataEntry.StartKubeletAsync(bench)).Output is var output && output != Started)
        {
            output.ShouldBe(Kept);
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromMinutes(2));
        }
    }

    private static async Task<NodeBench> MountedAsync()
    {
        var bench = await NodeBench.StartAsync();
        await UserDataEntry.UploadAsync(bench);
        var run = await UserDataEntry.BootAsync(bench, UserDataEntry.Settings(bench, Mounts), None);
        run.ExitCode.ShouldBe(0, run.Error);
        return bench;
    }
}
