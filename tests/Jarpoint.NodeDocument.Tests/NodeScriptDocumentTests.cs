using System.Text.RegularExpressions;
using Jarpoint.Tests;

namespace Jarpoint.NodeDocument.Tests;

/// <summary>docs/node-script.md says what the script does.</summary>
public sealed partial class NodeScriptDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs/node-script.md"));

    [Fact]
    public async Task Every_setting_is_documented_with_its_default()
    {
        await using var node = new NodeSandbox();
        foreach (var variable in NodeSettings.Names())
            node.Variables.Remove(variable);
        var listed = (await node.RunAsync("settings")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split('\t')).Select(row => (row[0], row[1], row[2])).ToList();
        listed.Select(row => row.Item1).ShouldBe(NodeSettings.Names());
        SettingRow().Matches(Document)
            .Select(row => (row.Groups[1].Value, row.Groups[3].Value, row.Groups[2].Value.Trim('`')))
            .ShouldBe(listed);
    }

    [Fact]
    public void Every_exit_code_is_documented()
        => CodeRow().Matches(Document).Select(row => int.Parse(row.Groups[1].Value, null))
            .ShouldBe(Enumerable.Range(0, 14));

    [Fact]
    public async Task The_line_shown_has_the_members_of_a_real_one()
    {
        await using var node = new NodeSandbox();
        var real = (await node.CallAsync("json_line /mnt/jarpoint/s3 jars-bucket '' healthy none 0 2 'x'")).Output;
        var shown = Document.Split('\n').First(line => line.StartsWith('{'));
        Members().Matches(shown).Select(member => member.Value).ShouldBe(Members().Matches(real).Select(member => member.Value));
        MountLine.Parse(shown).Code.ShouldBe(0);
    }

    [GeneratedRegex(@"^\| `(JARPOINT_[A-Z0-9_]+)` \| ([^|]*?) \| (mount|install|node) \|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex CodeRow();

    [GeneratedRegex("\"[a-z]+\":")]
    private static partial Regex Members();
}
