using Jarpoint.LocalCloud.Machines.Namespaces;

namespace Jarpoint.LocalCloud.Tests.Machines;

/// <summary>The stand-in takes, refuses, prints and exits as mount-s3 1.23 does.</summary>
public sealed class StandInTests
{
    private const string Program = "/run/machine/bin/mount-s3";

    private static readonly (string Arguments, string Error)[] Refused =
    [
        ("--memory-target 1024 bucket /mnt", "unexpected argument '--memory-target' found"),
        ("--max-cache-size 5 bucket /mnt", "required arguments were not provided: --cache"),
        ("--prefix jars bucket /mnt", "prefix must end in '/'"),
        ("--prefix a/ s3://bucket/b/ /mnt", "cannot be used with an S3 URI"),
        ("--allow-root --allow-other bucket /mnt", "cannot be used with '--allow-other'"),
        ("--part-size 8388608 --read-part-size 8388608 bucket /mnt", "cannot be used with"),
        ("--uid 0 bucket /mnt", "invalid value '0' for '--uid"),
        ("--dir-mode 1777 bucket /mnt", "invalid value '1777' for '--dir-mode"),
        ("--dir-mode 0799 bucket /mnt", "invalid value '0799' for '--dir-mode"),
        ("--metadata-ttl forever bucket /mnt", "invalid value 'forever' for '--metadata-ttl"),
        ("--metadata-ttl 3153600001 bucket /mnt", "at most 100 years"),
        ("--upload-checksums md5 bucket /mnt", "possible values: crc32c, crc64nvme, off"),
        ("--read-only --read-only bucket /mnt", "cannot be used multiple times"),
        ("--read-only=yes bucket /mnt", "unexpected value 'yes' for '--read-only'"),
        ("--region", "a value is required for '--region"),
        ("--region --read-only bucket /mnt", "a value is required for '--region"),
        ("-x bucket /mnt", "unexpected argument '-x' found"),
        ("bucket", "required arguments were not provided"),
        ("bucket /mnt /other", "unexpected argument '/other' found"),
        ("Bucket /mnt", "invalid value 'Bucket'"),
    ];

    [Fact]
    public async Task Arguments_that_mount_s3_refuses_end_with_2_and_say_which()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await StartAsync(bench);

        foreach (var (arguments, error) in Refused)
        {
            var run = await machine.RunAsync($"mount-s3 {arguments}");
            run.ExitCode.ShouldBe(2, arguments);
            run.Error.ShouldContain(error);
            run.Error.ShouldContain("For more information, try '--help'.");
        }
    }

    [Fact]
    public async Task It_says_that_it_stands_in()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await StartAsync(bench);

        (await machine.OutputAsync("mount-s3 --version")).ShouldBe("mount-s3 1.23.0-unofficial+standin");
    }

    [Theory]
    [InlineData("missing-bucket /mnt/x", "The bucket does not exist")]
    [InlineData("bucket /mnt/x --expected-bucket-owner 111122223333", "Forbidden: Access Denied")]
    [InlineData("bucket /mnt/none", "mount point /mnt/none does not exist")]
    [InlineData("bucket /mnt/x --cache /mnt/none", "cache directory /mnt/none does not exist")]
    public async Task What_cannot_be_mounted_ends_with_1_and_leaves_nothing(string arguments, string error)
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await StartAsync(bench);

        var run = await machine.RunAsync($"mkdir -p /mnt/x; mount-s3 {arguments}");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(error);
        machine.Mounts().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_mount_at_the_same_place_ends_with_1()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await StartAsync(bench);

        (await machine.OutputAsync(MachineScripts.Mount)).ShouldBe("bucket bucket is mounted at /mnt/jars");
        var second = await machine.RunAsync(MachineScripts.Mount);

        second.ExitCode.ShouldBe(1);
        second.Error.ShouldContain("mount point /mnt/jars is already mounted");
    }

    [Fact]
    public async Task In_the_foreground_the_process_is_the_daemon_and_takes_its_mount_and_cache_with_it()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await StartAsync(bench);
        const string Script = """
            mkdir -p /mnt/jars "$JARPOINT_HOME/cache/mountpoint-cache/V2/leftover"
            mount-s3 bucket /mnt/jars -f --read-only --prefix jars/ --expected-bucket-owner 000000000000 \
              --cache "$JARPOINT_HOME/cache" --max-cache-size 8 >/dev/null 2>&1 &
            daemon=$!
            until [[ -e /mnt/jars/a.jar ]] || ! kill -0 "$daemon"; do read -rt 0.1 <> <(:); done
            cat /mnt/jars/a.jar
            readlink "/proc/$daemon/exe"
            ls "$JARPOINT_HOME/cache/mountpoint-cache/V2" 2>/dev/null
            kill "$daemon"
            wait "$daemon"
            echo "ended $?"
            find "$JARPOINT_HOME/cache" -type f
            """;

        var output = await machine.OutputAsync(Script);

        output.Split('\n')[0].ShouldStartWith("first");
        output.ShouldContain("/usr/bin/s3fs");
        output.ShouldEndWith("ended 0");
        machine.Mounts().ShouldBeEmpty();
    }

    [Fact]
    public async Task New_and_replaced_jars_are_seen_when_their_directory_is_listed_and_not_before()
    {
        await using var bench = await MachineBench.StartAsync();
        await using var machine = await StartAsync(bench);
        await machine.OutputAsync(MachineScripts.Mount);
        const string Look = "cd /mnt/jars/jars; stat -c %s a.jar; cat b.jar 2>&1 | tail -c 26; true";
        await machine.OutputAsync(Look);

        await bench.PutAsync("jars/a.jar", "second one");
        await bench.PutAsync("jars/b.jar", "new");

        (await machine.OutputAsync(Look)).ShouldBe("5\nNo such file or directory");
        (await machine.OutputAsync("ls /mnt/jars >/dev/null; " + Look)).ShouldBe("5\nNo such file or directory");
        (await machine.OutputAsync("ls /mnt/jars/jars >/dev/null; " + Look)).ShouldBe("10\nnew");
        (await machine.OutputAsync("cat /mnt/jars/jars/a.jar")).ShouldBe("second one");
    }

    private static async Task<NamespaceMachine> StartAsync(MachineBench bench)
    {
        var machine = await bench.StartMachineAsync();
        if ((await machine.RunAsync($"[[ -e {Program} ]]")).ExitCode != 0)
        {
            await machine.DisposeAsync();
            Assert.Skip("a real mount-s3 is on the PATH");
        }

        return machine;
    }
}
