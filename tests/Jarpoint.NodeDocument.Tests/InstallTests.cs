namespace Jarpoint.NodeDocument.Tests;

public sealed class InstallTests
{
    private const string NewKey = "8AEFE705EBE329C0948C75A66F1C3B3AEF4B030B";
    private const string OldKey = "673FE4061506BB469A0EF857BE397A52B086DA5A";
    private const string Al2023 = "NAME=\"Amazon Linux\"\nID=\"amzn\"\nID_LIKE=\"fedora\"\nVERSION_ID=\"2023\"\n";
    private const string Fedora = "ID=fedora\nVERSION_ID=41\n";

    [Fact]
    public async Task Takes_the_native_package_of_Amazon_Linux_2023()
    {
        await using var node = Node(Al2023);
        var line = (await node.RunAsync("install")).Line;
        (line.Code, line.Action).ShouldBe((0, "installed"), line.Detail);
        Log(node, "dnf").ShouldBe(["install -y -- mount-s3"]);
        Log(node, "curl").ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_a_no_op_when_a_sufficient_version_is_there()
    {
        await using var node = Node(Al2023);
        await node.RunAsync("install");
        var line = (await node.RunAsync("install")).Line;
        (line.Code, line.Action).ShouldBe((0, "none"));
        Log(node, "dnf").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Waits_while_rpm_is_locked()
    {
        await using var node = Node(Al2023, locked: 2);
        (await node.RunAsync("install")).Line.Code.ShouldBe(0);
        Log(node, "dnf").Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("x86_64", "x86_64", NewKey)]
    [InlineData("aarch64", "arm64", OldKey)]
    public async Task Takes_the_pinned_package_of_the_architecture(string machine, string architecture, string key)
    {
        await using var node = Node(Fedora, machine, key);
        var line = (await node.RunAsync("install")).Line;
        (line.Code, line.Action).ShouldBe((0, "installed"), line.Detail);
        var url = $"https://s3.amazonaws.com/mountpoint-s3-release/1.23.0/{architecture}/mount-s3-1.23.0-{architecture}.rpm";
        Log(node, "curl").ShouldBe([url, url + ".asc", "https://s3.amazonaws.com/mountpoint-s3-release/public_keys/KEYS"]);
        Log(node, "dnf").ShouldHaveSingleItem().ShouldEndWith("mount-s3.rpm");
    }

    [Fact]
    public async Task Takes_the_pinned_package_where_Amazon_Linux_2023_is_too_old_to_have_one()
    {
        await using var node = Node(Al2023, native: false);
        (await node.RunAsync("install")).Line.Code.ShouldBe(0);
        Log(node, "dnf").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Takes_the_version_and_the_source_that_are_set()
    {
        await using var node = Node(Al2023);
        node.Variables["JARPOINT_MOUNT_S3_VERSION"] = "1.22.2";
        node.Variables["JARPOINT_PACKAGE_SOURCE"] = "file:///opt/mirror/";
        (await node.RunAsync("install")).Line.Code.ShouldBe(0);
        Log(node, "curl")[0].ShouldBe("file:///opt/mirror/1.22.2/x86_64/mount-s3-1.22.2-x86_64.rpm");
    }

    [Fact]
    public async Task Installs_nothing_that_an_unknown_key_signed()
    {
        await using var node = Node(Fedora, key: "0123456789ABCDEF0123456789ABCDEF01234567");
        var line = (await node.RunAsync("install")).Line;
        line.Code.ShouldBe(5);
        line.Detail.ShouldContain("not signed by a known key");
        Log(node, "dnf").ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_what_could_not_be_fetched()
    {
        await using var node = Node(Fedora);
        node.AddProgram("curl", "echo 'curl: (6) Could not resolve host' >&2; exit 6");
        var line = (await node.RunAsync("install")).Line;
        line.Code.ShouldBe(4);
        line.Detail.ShouldContain("JARPOINT_PACKAGE_SOURCE");
        line.Detail.ShouldContain("Could not resolve host");
    }

    [Theory]
    [InlineData("ID=bottlerocket\nVERSION_ID=1.30.0\n", "Bottlerocket")]
    [InlineData("ID=\"amzn\"\nVERSION_ID=\"2\"\n", "Amazon Linux 2 ")]
    [InlineData("ID=alpine\n", "alpine")]
    [InlineData("", "no mount-s3")]
    public async Task Refuses_other_systems_with_a_sentence(string release, string sentence)
    {
        await using var node = Node(release);
        var run = await node.RunAsync("mount");
        run.ExitCode.ShouldBe(3);
        run.Line.Detail.ShouldContain(sentence);
        Log(node, "dnf").ShouldBeEmpty();
    }

    /// <summary>A node whose package tools write what they are called with to files and do as told.</summary>
    private static NodeSandbox Node(
        string release, string machine = "x86_64", string key = NewKey, int locked = 0, bool native = true)
    {
        var node = new NodeSandbox();
        node.Variables["JARPOINT_OS_RELEASE"] = node.Write("os-release", release);
        node.AddProgram("uname", $"echo {machine}");
        node.AddProgram("curl",
            """
            while (($# > 1)); do [[ $1 == --output ]] && out=$2; shift; done
            echo "$1" >>$ROOT/curl.log; echo "$1" >"$out"
            """);
        node.AddProgram("gpg",
            $"""[[ $* == *--import* ]] || echo "[GNUPG:] VALIDSIG AAAA 2026-03-20 0 0 4 0 1 10 00 {key}" """);
        node.AddProgram("dnf",
            $$"""
            echo "$*" >>$ROOT/dnf.log
            if (($(wc -l <$ROOT/dnf.log) <= {{locked}})); then
              echo "can't create transaction lock on /var/lib/rpm/.rpm.lock (Resource temporarily unavailable)"; exit 1
            elif [[ $* == *' mount-s3' && {{(native ? "yes" : "no")}} == no ]]; then
              echo 'Error: Unable to find a match: mount-s3'; exit 1
            fi
            printf '#!/bin/bash\necho mount-s3 1.23.0\n' >$ROOT/programs/mount-s3; chmod +x $ROOT/programs/mount-s3
            """);
        return node;
    }

    private static string[] Log(NodeSandbox node, string program) => node.Read(program + ".log");
}
