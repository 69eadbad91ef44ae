using System.Text;

namespace Jarpoint.NodeDocument.Tests;

/// <summary>Values from elsewhere are data: what the pattern does not allow is refused, and nothing of it runs.</summary>
public sealed class HostileSettingsTests
{
    private const int Cases = 200;

    public static TheoryData<string> Settings => [.. NodeSettings.Names()];

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Refuses_hostile_values_of_a_setting_and_runs_nothing_of_them(string setting)
    {
        await using var node = new NodeSandbox();
        var canary = Path.Combine(node.Root, "canary");
        var values = Hostile(setting, canary).ToList();
        var run = await node.CallAsync(
            $$"""
            trap - ERR
            set +e
            while IFS= read -r -d '' value; do
              (
                export {{setting}}="$value"
                settings_load
              ) >/dev/null 2>&1
              echo "$?"
            done
            """,
            string.Join('\0', values) + '\0');
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(Enumerable.Repeat("2", Cases), run.Error);
        File.Exists(canary).ShouldBeFalse();
    }

    [Fact]
    public async Task Refuses_hostile_mounts_through_the_whole_script()
    {
        await using var node = new NodeSandbox();
        var canary = Path.Combine(node.Root, "canary");
        foreach (var value in Hostile("JARPOINT_MOUNTS", canary).Take(40))
        {
            node.Variables["SSM_Mounts"] = "bucket=" + value;
            var run = await node.RunAsync();
            run.ExitCode.ShouldBe(2, value);
            run.Line.Code.ShouldBe(2);
        }

        File.Exists(canary).ShouldBeFalse();
        Directory.Exists(node.Variables["JARPOINT_HOME"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Refuses_hostile_directories_and_actions_through_the_whole_script()
    {
        await using var node = new NodeSandbox();
        var canary = Path.Combine(node.Root, "canary");
        foreach (var value in Hostile("SSM_Directories", canary).Take(20))
        {
            node.Variables["SSM_Action"] = "refresh";
            node.Variables["SSM_Directories"] = value;
            (await node.RunAsync()).ExitCode.ShouldBe(2, value);
            node.Variables["SSM_Action"] = value;
            (await node.RunAsync()).ExitCode.ShouldBe(2, value);
        }

        File.Exists(canary).ShouldBeFalse();
    }

    private static IEnumerable<string> Hostile(string setting, string canary)
    {
        var random = new Random(setting.Sum(letter => letter));
        string[] poison =
        [
            $"$(touch {canary})", $"`touch {canary}`", $";touch {canary};", $"|touch {canary}", $"\ntouch {canary}\n",
            $"&touch {canary}&", $"'; touch {canary}; '", $"\"; touch {canary}; \"", $"a[$(touch {canary})]", "\\", "${IFS}",
            "\u0001", "é", "𝛑", "*", "?", "~", "!", "(", "<", ">", "\t", "\r", "{a,b}", "%0a", "#", "@(x)", new string('a', 600),
        ];
        string[] frames = ["", "a", "/mnt/jarpoint/", "jars-bucket", "1", "indefinite", "https://s3.amazonaws.com/", "true"];
        for (var number = 0; number < Cases; number++)
        {
            var value = new StringBuilder(frames[random.Next(frames.Length)]);
            value.Append(poison[number % poison.Length]);
            if (random.Next(2) == 0)
                value.Append(poison[random.Next(poison.Length)]);
            yield return value.Append(frames[random.Next(frames.Length)]).ToString();
        }
    }
}
