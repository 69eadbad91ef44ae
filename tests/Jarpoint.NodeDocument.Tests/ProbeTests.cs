namespace Jarpoint.NodeDocument.Tests;

/// <summary>The probe's judgement from what statfs, the kernel and S3 answer; real mounts are tested elsewhere.</summary>
public sealed class ProbeTests
{
    private const string Mounted =
        """
        mountinfo_find() { found_type=fuse found_source=mountpoint-s3 found_device=0:99; }
        settings_load
        mkdir -p "${setting[RUN]}"
        name=$(mount_name "${setting[MOUNTPOINT]}")
        """;

    private const string Ask = "\nprobe_store\necho \"$probe_state\"";

    [Theory]
    [InlineData("Transport endpoint is not connected", "dead")]
    [InlineData("Cannot send after transport endpoint shutdown", "dead")]
    [InlineData("Software caused connection abort", "dead")]
    [InlineData("Input/output error", "unknown")]
    [InlineData("Permission denied", "unknown")]
    public async Task Statfs_failures_are_told_apart(string error, string state)
    {
        await using var node = new NodeSandbox();
        node.AddProgram("stat", $"echo \"stat: cannot read file system information for 'x': {error}\" >&2; exit 1");
        (await node.CallAsync(Mounted + Ask)).Output.Trim().ShouldBe(state);
    }

    [Theory]
    [InlineData("No such file or directory", "healthy")]
    [InlineData("Input/output error", "unknown")]
    [InlineData("Permission denied", "unknown")]
    [InlineData("Stale file handle", "unknown")]
    public async Task Only_s3_saying_that_a_name_is_not_there_is_healthy(string error, string state)
    {
        await using var node = new NodeSandbox();
        node.AddProgram("stat", $"[[ $1 == -f ]] && exit 0\necho \"stat: cannot statx 'x': {error}\" >&2; exit 1");
        (await node.CallAsync(Mounted + Ask)).Output.Trim().ShouldBe(state);
    }

    [Theory]
    [InlineData("date +%s >$answered", 0)]
    [InlineData("", 1)]
    [InlineData("echo 5 >$answered", 1)]
    [InlineData("echo $((EPOCHSECONDS + 3600)) >$answered", 1)]
    [InlineData("date +%s >$answered; echo 2 >${setting[RUN]}/$name.repairs", 1)]
    [InlineData("date +%s >$answered; setting[STORE_INTERVAL]=0", 1)]
    public async Task A_routine_probe_asks_s3_when_its_last_answer_is_old_or_the_mount_was_brought_back(
        string known, int asked)
    {
        await using var node = new NodeSandbox();
        node.AddProgram("stat", "[[ $1 == -f ]] && exit 0\necho asked >>$ROOT/asked\necho \"stat: No such file or directory\" >&2; exit 1");
        var run = await node.CallAsync(
            $"{Mounted}\nanswered=${{setting[RUN]}}/$name.answered\n{known}\nprobe_routine\necho \"$probe_state\"\n"
            + "cat \"$(dirname \"$0\")/asked\" 2>/dev/null | wc -l");
        run.Output.ShouldBe($"healthy\n{asked}\n");
    }

    [Fact]
    public async Task Until_s3_answers_a_routine_probe_asks_each_time()
    {
        await using var node = new NodeSandbox();
        node.AddProgram("stat", "[[ $1 == -f ]] && exit 0\necho \"stat: cannot statx 'x': Input/output error\" >&2; exit 1");
        var run = await node.CallAsync(
            $"{Mounted}\ndate +%s >${{setting[RUN]}}/$name.answered\nprobe_store\nprobe_routine\necho \"$probe_state\"");
        run.Output.ShouldBe("unknown\n");
    }

    [Fact]
    public async Task A_name_that_cannot_be_there_but_is_makes_the_mount_unknown()
    {
        await using var node = new NodeSandbox();
        node.AddProgram("stat", "exit 0");
        (await node.CallAsync(Mounted + Ask)).Output.Trim().ShouldBe("unknown");
    }

    [Fact]
    public async Task A_hanging_statfs_without_a_daemon_is_dead_and_holds_nobody_up()
    {
        await using var node = new NodeSandbox();
        // It ignores signals and outlives the probe as a process in uninterruptible sleep would, until the test ends it.
        node.AddProgram("stat", "trap '' TERM INT HUP PIPE\necho $$ >$ROOT/hung\nwhile [[ -d $ROOT && ! -e $ROOT/end ]]; do sleep 0.1; done");
        node.Variables["JARPOINT_PROBE_DEADLINE"] = "1";
        var run = await node.CallAsync(Mounted + Ask + "\nkill -0 \"$(<\"$(dirname \"$0\")/hung\")\" && echo outlived");
        node.Write("end", string.Empty);
        run.Output.ShouldBe("dead\noutlived\n");
    }

    [Theory]
    [InlineData("kill -STOP $!", "dead", "is stopped")]
    [InlineData(":", "dead", "two deadlines")]
    public async Task A_hang_is_proven_by_a_daemon_that_does_not_run(string signal, string state, string detail)
    {
        await using var node = new NodeSandbox();
        node.AddProgram("stat", "while [[ -d $ROOT && ! -e $ROOT/end ]]; do sleep 0.1; done");
        node.Variables["JARPOINT_PROBE_DEADLINE"] = "1";
        var run = await node.CallAsync(Mounted + Daemon("sleep 1000", signal) + "echo \"$probe_state: $probe_detail\"");
        node.Write("end", string.Empty);
        run.Output.ShouldStartWith(state + ": ");
        run.Output.ShouldContain(detail);
    }

    [Fact]
    public async Task A_daemon_that_works_while_statfs_waits_is_unknown_and_only_after_a_minute_dead()
    {
        await using var node = new NodeSandbox();
        node.AddProgram("stat", "while [[ -d $ROOT && ! -e $ROOT/end ]]; do sleep 0.1; done");
        node.Variables["JARPOINT_PROBE_DEADLINE"] = "1";
        const string Later = "echo \"$probe_state\"; echo $((EPOCHSECONDS - 61)) >\"${setting[RUN]}/$name.silent\"; probe_daemon; echo \"$probe_state\"\n";
        var run = await node.CallAsync(Mounted + Daemon("while :; do read -t 0.05 <> <(:); done", ":", Later));
        node.Write("end", string.Empty);
        run.Output.ShouldBe("unknown\ndead\n", run.Error);
    }

    [Theory]
    [InlineData("healthy", "kept")]
    [InlineData("unknown", "kept")]
    [InlineData("foreign", "kept")]
    [InlineData("absent", "ended")]
    [InlineData("dead", "ended")]
    public async Task Supervision_ends_a_daemon_only_when_its_mount_is_dead_or_gone(string state, string outcome)
    {
        await using var node = new NodeSandbox();
        var run = await node.CallAsync(
            Mounted + $"\ncut_off() {{ :; }}; touch \"${{setting[RUN]}}/$name.up\"; probe_state={state}\n"
            + "supervisor_judge \"$SECONDS\" && echo kept || echo ended");
        run.Output.Trim().ShouldBe(outcome, run.Error);
    }

    [Fact]
    public async Task A_pid_used_again_is_not_taken_for_the_daemon()
    {
        await using var node = new NodeSandbox();
        var run = await node.CallAsync(
            Mounted + "\necho \"$$ 1\" >\"${setting[RUN]}/$name.daemon\"\ndaemon_find && echo found || echo none");
        run.Output.Trim().ShouldBe("none");
    }

    private static string Daemon(string body, string signal, string then = "")
        => $$"""

            bash -c '{{body}}; :' daemon "${setting[MOUNTPOINT]}" </dev/null >/dev/null 2>&1 &
            daemon=$!
            until process_has_argument "$daemon" "${setting[MOUNTPOINT]}"; do sleep 0.01; done
            daemon_record "$daemon"
            {{signal}}
            probe_daemon
            {{then}}
            kill -KILL "$daemon"

            """;
}
