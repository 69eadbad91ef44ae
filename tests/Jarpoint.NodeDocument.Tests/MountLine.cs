using System.Text.Json;

namespace Jarpoint.NodeDocument.Tests;

/// <summary>A JSON line of the node script.</summary>
internal sealed record MountLine(
    string Mount, string Bucket, string Prefix, string State, string Action, int Code, int Repairs, string Detail)
{
    public static MountLine Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        root.GetProperty("milliseconds").GetInt64().ShouldBeGreaterThanOrEqualTo(0);
        return new MountLine(
            Text("mount"), Text("bucket"), Text("prefix"), Text("state"), Text("action"),
            root.GetProperty("code").GetInt32(), root.GetProperty("repairs").GetInt32(), Text("detail"));

        string Text(string name) => root.GetProperty(name).GetString()!;
    }
}
