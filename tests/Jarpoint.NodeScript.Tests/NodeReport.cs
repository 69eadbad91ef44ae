using System.Text.Json;

namespace Jarpoint.NodeScript.Tests;

/// <summary>Output of the node script as it stands in a transcript: without times, and without the sentences.</summary>
internal static class NodeReport
{
    public static string Of(string output) => string.Join(
        '\n', output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Line).Order(StringComparer.Ordinal));

    private static string Line(string line)
    {
        using var json = JsonDocument.Parse(line);
        var mount = json.RootElement;
        mount.GetProperty("milliseconds").GetInt64().ShouldBeGreaterThanOrEqualTo(0);
        mount.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        return $"{Text("mount")} of {Text("bucket")}/{Text("prefix")}: {Text("state")}, {Text("action")}, "
            + $"code {mount.GetProperty("code").GetInt32()}, repairs {mount.GetProperty("repairs").GetInt32()}";

        string Text(string name) => mount.GetProperty(name).GetString()!;
    }
}
