using System.Text;

namespace Jarpoint.NodeDocument.Tests;

public sealed class UserDataTests
{
    private static UserDataSettings Settings => new()
    {
        ScriptBucket = "jars-bucket",
        Mounts = "bucket=jars-bucket,mountpoint=/mnt/jarpoint/s3",
    };

    [Fact]
    public void Pins_the_digest_of_the_script_and_names_it_in_the_key()
    {
        var text = UserData.Render(Settings);
        text.ShouldStartWith("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"jarpoint\"\n\n--jarpoint\n");
        text.ShouldContain("\n\n#!/usr/bin/env bash\n");
        text.ShouldContain(
            $"""
            export JARPOINT_SCRIPT_BUCKET='jars-bucket'
            export JARPOINT_SCRIPT_KEY='node/{NodeScriptText.Sha256}/jarpoint-node'
            export JARPOINT_SCRIPT_SHA256='{NodeScriptText.Sha256}'
            export JARPOINT_MOUNTS='bucket=jars-bucket,mountpoint=/mnt/jarpoint/s3'
            export JARPOINT_DEADLINE='300'

            """);
        text.ShouldEndWith("\n--jarpoint--\n");
        text.ShouldAllBe(character => char.IsAscii(character));
        text.ShouldNotContain("\r");
        text.ShouldNotContain("#@SETTINGS@");
        text.Length.ShouldBeLessThan(8 * 1024);
    }

    [Fact]
    public async Task Is_shellcheck_clean_with_its_settings_and_so_is_the_entry_of_the_DaemonSet()
    {
        await using var node = new NodeSandbox();
        var text = UserData.Render(Settings with
        {
            ScriptRegion = "eu-west-1",
            ScriptOwner = "111122223333",
            ScriptEndpoint = "https://bucket.vpce-1.s3.eu-west-1.vpce.amazonaws.com",
            Settings = new Dictionary<string, string> { ["JARPOINT_MOUNT_S3_VERSION"] = "1.23.0" },
        });
        var begin = text.IndexOf("#!", StringComparison.Ordinal);
        var userData = node.Write("user-data", text[begin..text.LastIndexOf("\n--jarpoint--", StringComparison.Ordinal)] + "\n");
        var daemonSet = node.Write("daemonset", EntryPointText.DaemonSet);
        var run = await node.CallAsync(
            $"command -v shellcheck >/dev/null || {{ echo absent; exit; }}\nshellcheck '{userData}' '{daemonSet}'");
        Assert.SkipWhen(run.Output == "absent\n", "shellcheck is not installed.");
        run.Output.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0, run.Error);
    }

    [Theory]
    [InlineData("bucket=b'; touch /tmp/canary; '")]
    [InlineData("bucket=$(touch /tmp/canary)")]
    [InlineData("bucket=`touch /tmp/canary`")]
    [InlineData("bucket=jars\nexport X=1")]
    [InlineData("bucket=jars\n")]
    [InlineData("bucket=jars  bucket=more")]
    [InlineData("bucket=größe")]
    [InlineData("")]
    public void Refuses_mounts_that_are_not_of_the_alphabet(string mounts)
        => Should.Throw<ArgumentException>(() => UserData.Render(Settings with { Mounts = mounts }))
            .Message.ShouldContain("JARPOINT_MOUNTS: does not match");

    [Fact]
    public void Says_everything_that_is_wrong_at_once()
    {
        var message = Should.Throw<ArgumentException>(() => UserData.Render(Settings with
        {
            ScriptBucket = "No_Bucket",
            ScriptKey = "a'b",
            ScriptSha256 = "ABC",
            ScriptRegion = "eu",
            ScriptOwner = "1",
            ScriptEndpoint = "ftp://there",
            DeadlineSeconds = 601,
            Settings = new Dictionary<string, string>
            {
                ["PATH"] = "/evil",
                ["JARPOINT_MOUNTS"] = "bucket=x",
                ["JARPOINT_LOG_LEVEL"] = "a b",
            },
        })).Message;
        foreach (var name in (string[])
        [
            "JARPOINT_SCRIPT_BUCKET", "JARPOINT_SCRIPT_KEY", "JARPOINT_SCRIPT_SHA256", "JARPOINT_SCRIPT_REGION",
            "JARPOINT_SCRIPT_OWNER", "JARPOINT_SCRIPT_ENDPOINT_URL", "JARPOINT_DEADLINE", "PATH", "JARPOINT_MOUNTS",
            "JARPOINT_LOG_LEVEL",
        ])
        {
            message.ShouldContain(name + ": ");
        }
    }

    [Fact]
    public void Lets_CloudFormation_put_in_the_name_of_a_bucket()
    {
        const string Token = "${Token[TOKEN.123]}";
        var text = UserData.Render(Settings with { ScriptBucket = Token, Mounts = $"bucket={Token},mountpoint=/mnt/jarpoint/s3" });
        text.ShouldContain($"export JARPOINT_SCRIPT_BUCKET='{Token}'\n");
        Should.Throw<ArgumentException>(() => UserData.Render(Settings with { ScriptBucket = "${Token[a'b]}" }));
    }

    [Fact]
    public void Refuses_what_would_not_fit_beside_Karpenters_part()
    {
        var mounts = new StringBuilder("bucket=jars");
        for (var number = 0; number < 200; number++)
        {
            mounts.Append($" bucket=jars-{number},mountpoint=/mnt/jarpoint/{number}");
        }

        Should.Throw<ArgumentException>(() => UserData.Render(Settings with { Mounts = mounts.ToString() }))
            .Message.ShouldContain("limit 10240 beside Karpenter's part");
    }
}
