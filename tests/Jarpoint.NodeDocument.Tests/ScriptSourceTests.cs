using Jarpoint.Tests;

namespace Jarpoint.NodeDocument.Tests;

public sealed class ScriptSourceTests
{
    [Fact]
    public async Task Bundle_bundler_parts_and_entry_points_are_shellcheck_clean()
    {
        await using var node = new NodeSandbox();
        var run = await node.CallAsync(
            $"command -v shellcheck >/dev/null || {{ echo absent; exit; }}\n" +
            $"cd '{Repository.Root}/cdk/node' && shellcheck \"$0\" bundle user-data daemonset lib/*.sh");
        Assert.SkipWhen(run.Output == "absent\n", "shellcheck is not installed.");
        run.Output.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0, run.Error);
    }

    [Fact]
    public async Task Units_are_what_systemd_understands()
    {
        await using var node = new NodeSandbox();
        var run = await node.CallAsync(
            """
            command -v systemd-analyze >/dev/null || { echo absent; exit; }
            settings_load
            name=mnt-a
            mkdir -p "${setting[HOME]}" && install -m 0755 "$0" "${setting[HOME]}/jarpoint-node"
            units_write
            cd "${setting[UNIT_DIR]}"
            grep -H . -- */*.conf
            systemd-analyze verify ./jarpoint@mnt-a.service ./jarpoint-probe@mnt-a.service ./jarpoint-probe@mnt-a.timer 2>&1
            """);
        Assert.SkipWhen(run.Output == "absent\n", "systemd-analyze is not installed.");
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            "jarpoint-probe@mnt-a.timer.d/interval.conf:[Timer]",
            "jarpoint-probe@mnt-a.timer.d/interval.conf:OnActiveSec=",
            "jarpoint-probe@mnt-a.timer.d/interval.conf:OnUnitInactiveSec=",
            "jarpoint-probe@mnt-a.timer.d/interval.conf:OnActiveSec=5",
            "jarpoint-probe@mnt-a.timer.d/interval.conf:OnUnitInactiveSec=5",
            "jarpoint@mnt-a.service.d/limits.conf:[Service]",
            "jarpoint@mnt-a.service.d/limits.conf:MemoryMax=1024M",
        ]);
    }
}
