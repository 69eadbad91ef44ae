namespace Jarpoint.NodeDocument.Tests;

/// <summary>The verbs around a mount-s3 that mounts nothing; real mounts are tested elsewhere.</summary>
public sealed class MountVerbTests
{
    private const string Version = "[[ $1 != --version ]] || { echo mount-s3 1.23.0; exit; }\n";

    [Theory]
    [InlineData("echo 'error: unexpected argument'; exit 2", 8, "unexpected argument")]
    [InlineData("echo 'Error: the bucket does not exist'; exit 1", 9, "the bucket does not exist")]
    [InlineData(
        "printf 'Error: Failed to create S3 client\\n\\nCaused by:\\n    0: initial ListObjectsV2 failed\\n    1: Client error\\n    2: Forbidden: Access Denied\\n'; exit 1",
        9, "Error: Failed to create S3 client: initial ListObjectsV2 failed: Forbidden: Access Denied")]
    [InlineData(
        "printf 'a warning\\nError: Failed to create FUSE session\\n\\nCaused by:\\n    /dev/fuse is missing\\n'; exit 1",
        9, "status 1: Error: Failed to create FUSE session: /dev/fuse is missing")]
    public async Task Says_why_mount_s3_ended(string ending, int code, string detail)
    {
        await using var node = Node(ending);
        var run = await node.RunAsync("mount");
        run.ExitCode.ShouldBe(code, run.Output + run.Error);
        (run.Line.State, run.Line.Code).ShouldBe(("absent", code));
        run.Line.Detail.ShouldContain(detail);
    }

    [Fact]
    public async Task Hands_mount_s3_every_setting_as_an_argument_of_its_own()
    {
        await using var node = Node("printf '%s\\n' \"$@\" >$ROOT/arguments; exit 1");
        node.Variables["JARPOINT_PREFIX"] = "jars/";
        node.Variables["JARPOINT_REGION"] = "eu-west-1";
        node.Variables["JARPOINT_EXPECTED_OWNER"] = "123456789012";
        node.Variables["JARPOINT_CACHE_MIB"] = "2048";
        node.Variables["JARPOINT_ENDPOINT_URL"] = "http://127.0.0.1:9000";
        node.Variables["JARPOINT_PATH_STYLE"] = "true";
        await node.RunAsync("mount");
        node.Read("arguments").ShouldBe(
        [
            "jars-bucket", node.Mountpoint, "--foreground", "--read-only", "--allow-other",
            "--prefix", "jars/", "--region", "eu-west-1", "--expected-bucket-owner", "123456789012",
            "--metadata-ttl", "indefinite", "--negative-metadata-ttl", "60",
            "--cache", Path.Combine(node.Root, "home/cache", Path.GetFileName(node.RunFile(string.Empty))),
            "--max-cache-size", "2048", "--endpoint-url", "http://127.0.0.1:9000", "--force-path-style",
        ]);
    }

    [Fact]
    public async Task Keeps_a_copy_of_itself_and_the_settings_for_root_only()
    {
        await using var node = Node("exit 1");
        await node.RunAsync("mount");
        var home = node.Variables["JARPOINT_HOME"];
        (await File.ReadAllTextAsync(Path.Combine(home, "jarpoint-node"), TestContext.Current.CancellationToken))
            .ShouldBe(NodeScriptText.Whole);
        var settings = Directory.GetFiles(Path.Combine(home, "mounts"), "*.env").ShouldHaveSingleItem();
        node.Read(settings).ShouldContain("BUCKET=jars-bucket");
        File.GetUnixFileMode(settings).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Starts_mount_s3_again_when_it_is_killed_and_leaves_nothing_behind_when_unmounted()
    {
        await using var node = Node("echo $$ >>$ROOT/starts; exec tail -f /dev/null \"$2\" </dev/null >/dev/null 2>&1");
        node.Variables["JARPOINT_MOUNT_DEADLINE"] = "1";
        (await node.RunAsync("mount")).Line.Detail.ShouldContain("JARPOINT_MOUNT_DEADLINE=1");
        await Eventually.HoldsAsync(() => node.Read("starts").Length >= 2, () => "started again");

        (await node.RunAsync("unmount")).Line.Action.ShouldBe("unmounted");
        foreach (var pid in node.Read("starts"))
            Directory.Exists("/proc/" + pid).ShouldBeFalse(pid);
        Directory.GetFiles(Path.Combine(node.Root, "run")).Select(Path.GetFileName).ShouldBe(["lock"]);
    }

    [Fact]
    public async Task Two_runs_at_once_start_one_supervisor()
    {
        await using var node = Node("echo start >>$ROOT/starts; exit 1");
        var runs = await Task.WhenAll(node.RunAsync("mount"), node.RunAsync("mount"));
        runs.ShouldAllBe(run => run.ExitCode == 9);
        var supervisors = Directory.GetDirectories("/proc").Count(folder => Runs(folder, node.Root, "supervise"));
        supervisors.ShouldBe(1);
    }

    [Fact]
    public async Task Waits_for_the_lock_no_longer_than_its_deadline()
    {
        await using var node = Node("exit 1");
        node.Variables["JARPOINT_LOCK_DEADLINE"] = "1";
        var run = await node.CallAsync("settings_load; lock; bash \"$0\" mount 9>&- || echo \"code $?\"");
        run.Output.ShouldContain("code 6");
        run.Output.ShouldContain("JARPOINT_LOCK_DEADLINE=1");
    }

    [Fact]
    public async Task Moves_an_old_cache_aside_and_nothing_else()
    {
        await using var node = Node("ls -A \"$(dirname \"$0\")/../cache\"/* >$ROOT/seen; exit 1");
        var cache = Path.Combine(node.Root, "cache", Path.GetFileName(node.RunFile(string.Empty)));
        Directory.CreateDirectory(Path.Combine(cache, "mountpoint-cache", "V2"));
        await File.WriteAllTextAsync(Path.Combine(cache, "mine"), "x", TestContext.Current.CancellationToken);
        node.Variables["JARPOINT_CACHE_DIR"] = Path.Combine(node.Root, "cache");
        await node.RunAsync("mount");
        node.Read("seen").ShouldNotContain("mountpoint-cache");
        await Eventually.HoldsAsync(
            () => Directory.GetDirectories(cache).Length == 0, () => string.Join(' ', Directory.GetDirectories(cache)));
        File.Exists(Path.Combine(cache, "mine")).ShouldBeTrue();
    }

    [Fact]
    public async Task Touches_no_directory_that_has_files_in_it()
    {
        await using var node = Node("exit 1");
        Directory.CreateDirectory(node.Mountpoint);
        var file = Path.Combine(node.Mountpoint, "mine");
        await File.WriteAllTextAsync(file, "x", TestContext.Current.CancellationToken);
        var run = await node.RunAsync("mount");
        run.ExitCode.ShouldBe(7);
        run.Line.Detail.ShouldContain("not empty");
        File.Exists(file).ShouldBeTrue();
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("status", "--json")]
    [InlineData("refresh", "s3://jars-bucket/jars/")]
    public async Task Says_that_nothing_is_configured(params string[] arguments)
    {
        await using var node = Node("exit 1");
        node.Variables.Remove("JARPOINT_BUCKET");
        var run = await node.RunAsync(arguments);
        run.ExitCode.ShouldBe(12);
        run.Line.Code.ShouldBe(12);
    }

    [Theory]
    [InlineData("bucket=jars-bucket,mountpoint=/mnt/a/b bucket=jars-bucket,mountpoint=/mnt/a/b/c", "overlap")]
    [InlineData("bucket=jars-bucket,mountpoint=/etc/jars", "directory of the system")]
    [InlineData("bucket=jars-bucket,mountpoint=/mnt/../etc", "no place")]
    [InlineData("bucket=jars-bucket,home=/tmp", "no setting of a mount")]
    [InlineData("bucket=jars-bucket,colour=red", "no setting of a mount")]
    [InlineData("bucket=jars-bucket,prefix=jars", "prefix")]
    [InlineData("bucket=jars-bucket,memory-mib=511", "memory-mib")]
    public async Task Refuses_settings_that_make_no_mount(string mounts, string sentence)
    {
        await using var node = Node("exit 1");
        node.Variables["JARPOINT_MOUNTS"] = mounts;
        var run = await node.RunAsync("mount");
        run.ExitCode.ShouldBe(2);
        run.Line.Detail.ShouldContain(sentence);
    }

    private static NodeSandbox Node(string body)
    {
        var node = new NodeSandbox();
        node.AddProgram("mount-s3", Version + body);
        return node;
    }

    private static bool Runs(string process, string root, string verb)
    {
        try
        {
            var line = File.ReadAllText(Path.Combine(process, "cmdline"));
            var session = File.ReadAllText(Path.Combine(process, "stat")).Split(") ")[1].Split(' ')[3];
            return line.Contains(root, StringComparison.Ordinal) && line.Contains($"\0{verb}\0", StringComparison.Ordinal)
                && session == Path.GetFileName(process);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
