namespace Jarpoint.NodeDocument.Tests;

/// <summary>
/// What the script asks of systemd, in which order. The systemctl here starts nothing; it remembers what was asked, with
/// what the units read at that moment.
/// </summary>
public sealed class SystemdTests
{
    private const string Systemctl =
        """
        case $1 in
          is-active) [[ -e $ROOT/active ]] && echo active && exit 0; echo inactive; exit 3 ;;
          show) [[ -e $ROOT/outdated ]] && printf 'yes\n\nno\n' || printf 'no\n\nno\n'; exit 0 ;;
          daemon-reload) rm -f "$ROOT/outdated"; cat "$ROOT"/units/jarpoint@*.service.d/limits.conf >"$ROOT/limits" ;;
          start | restart) touch "$ROOT/active" ;;
          disable) rm -f "$ROOT/active" ;;
        esac
        echo "$*" >>"$ROOT/asked"
        """;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_the_units_then_reloads_enables_and_starts()
    {
        await using var node = Node();
        await node.RunAsync("mount");
        var name = Name(node);
        node.Read("asked").ShouldBe(
        [
            // Nothing is there yet to be let go of.
            $"disable --quiet --now jarpoint-probe@{name}.timer jarpoint@{name}.service",
            "daemon-reload",
            $"reset-failed jarpoint@{name}.service",
            $"enable --quiet jarpoint@{name}.service jarpoint-probe@{name}.timer",
            $"restart jarpoint@{name}.service jarpoint-probe@{name}.timer",
        ]);
        node.Read("limits").ShouldBe(["[Service]", "MemoryMax=1024M"]);
        Files(node).ShouldBe(
        [
            $"jarpoint-probe@{name}.timer.d/interval.conf", "jarpoint-probe@.service", "jarpoint-probe@.timer",
            $"jarpoint@{name}.service.d/limits.conf", "jarpoint@.service",
        ], ignoreOrder: true);
        node.Read($"units/jarpoint-probe@{name}.timer.d/interval.conf")
            .ShouldBe(["[Timer]", "OnActiveSec=", "OnUnitInactiveSec=", "OnActiveSec=5", "OnUnitInactiveSec=5"]);
        node.Read("units/jarpoint@.service").ShouldContain($"ExecStart={node.Root}/home/jarpoint-node daemon %i");
    }

    [Fact]
    public async Task Reloads_only_when_a_unit_has_changed()
    {
        await using var node = Node();
        await node.RunAsync("mount");
        var unit = Path.Combine(node.Root, "units/jarpoint@.service");
        var written = File.GetLastWriteTimeUtc(unit);
        await node.RunAsync("mount");
        node.Read("asked").Count(line => line == "daemon-reload").ShouldBe(1);
        File.GetLastWriteTimeUtc(unit).ShouldBe(written);
    }

    [Fact]
    public async Task Reloads_what_a_run_that_was_killed_wrote_and_left()
    {
        await using var node = Node();
        await node.RunAsync("mount");
        node.Write("outdated", string.Empty);
        await node.RunAsync("mount");
        node.Read("asked").Count(line => line == "daemon-reload").ShouldBe(2);
    }

    [Fact]
    public async Task A_changed_setting_is_in_the_units_before_the_restart()
    {
        await using var node = Node();
        await node.RunAsync("mount");
        node.Variables["JARPOINT_MEMORY_MIB"] = "2048";
        node.Write("asked", string.Empty);
        await node.RunAsync("mount");
        var name = Name(node);
        node.Read("asked").ShouldBe(
        [
            // What runs with the old settings is let go of first.
            $"disable --quiet --now jarpoint-probe@{name}.timer jarpoint@{name}.service",
            "daemon-reload",
            $"reset-failed jarpoint@{name}.service",
            $"enable --quiet jarpoint@{name}.service jarpoint-probe@{name}.timer",
            $"restart jarpoint@{name}.service jarpoint-probe@{name}.timer",
        ]);
        node.Read("limits").ShouldBe(["[Service]", "MemoryMax=2048M"]);
    }

    [Fact]
    public async Task Unmount_stops_and_disables_the_timer_before_the_service()
    {
        await using var node = Node();
        await node.RunAsync("mount");
        node.Write("asked", string.Empty);
        (await node.RunAsync("unmount")).ExitCode.ShouldBe(0);
        node.Read("asked").ShouldBe([$"disable --quiet --now jarpoint-probe@{Name(node)}.timer jarpoint@{Name(node)}.service"]);
        File.Exists(Path.Combine(node.Root, "active")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_living_mount_that_is_not_supervised_is_started_and_one_that_is_left_alone()
    {
        await using var node = Node();
        const string Resume =
            """
            settings_load
            name=$(mount_name "${setting[MOUNTPOINT]}")
            supervision_resume no
            """;
        (await node.CallAsync(Resume)).ExitCode.ShouldBe(0);
        (await node.CallAsync(Resume)).ExitCode.ShouldBe(0);
        node.Read("asked").ShouldBe(
            ["daemon-reload", $"start jarpoint@{Name(node)}.service jarpoint-probe@{Name(node)}.timer"]);
    }

    [Fact]
    public async Task A_unit_is_replaced_whole_and_nothing_is_left_beside_it()
    {
        await using var node = Node();
        var units = Directory.CreateDirectory(Path.Combine(node.Root, "units")).FullName;
        var unit = Path.Combine(units, "jarpoint@.service");
        await File.WriteAllTextAsync(unit, "of another version", Cancelled);
        // Who has the old file open goes on reading the old one: it was not written into.
        await using var old = File.OpenRead(unit);
        await node.RunAsync("mount");
        using var reader = new StreamReader(old);
        (await reader.ReadToEndAsync(Cancelled)).ShouldBe("of another version");
        node.Read("units/jarpoint@.service").ShouldContain("[Service]");
        Files(node).Count.ShouldBe(5);
    }

    // mount-s3 never comes up: what the verbs ask of systemd is the same.
    private static NodeSandbox Node()
    {
        var node = new NodeSandbox();
        node.AddProgram("mount-s3", "echo mount-s3 1.23.0");
        node.AddProgram("systemctl", Systemctl);
        node.Variables["JARPOINT_SUPERVISION"] = "systemd";
        node.Variables["JARPOINT_MOUNT_DEADLINE"] = "1";
        return node;
    }

    private static string Name(NodeSandbox node) => Path.GetFileName(node.RunFile(string.Empty));

    private static List<string> Files(NodeSandbox node)
    {
        var units = Path.Combine(node.Root, "units");
        return [.. Directory.GetFiles(units, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(units, file))];
    }
}
