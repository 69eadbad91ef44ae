using System.Text.Json.Nodes;

namespace Jarpoint.LocalCloud.Fleet;

/// <summary>Counts the commands of SSM by what its events say. Safe for concurrent use.</summary>
public sealed class CommandCounts
{
    private readonly Lock gate = new();
    private readonly HashSet<(string Document, string Action, string Command)> commands = [];
    private readonly HashSet<(string Document, string Instance, string Command)> invocations = [];

    /// <summary>Commands of a document whose parameter <c>Action</c> was this.</summary>
    public int Of(string document, string action)
    {
        lock (gate)
        {
            return commands.Count(one => one.Document == document && one.Action == action);
        }
    }

    /// <summary>Commands of a document that reached an instance.</summary>
    public int To(string document, string instance)
    {
        lock (gate)
        {
            return invocations.Count(one => one.Document == document && one.Instance == instance);
        }
    }

    /// <param name="detail">Detail of an event of a command or of an invocation.</param>
    internal void Observe(JsonObject detail)
    {
        var document = Text(detail, "document-name");
        var command = Text(detail, "command-id");
        lock (gate)
        {
            if (detail.ContainsKey("instance-id"))
            {
                invocations.Add((document, Text(detail, "instance-id"), command));
            }
            else if (detail["parameters"]?["Action"]?[0] is { } action)
            {
                commands.Add((document, action.GetValue<string>(), command));
            }
        }
    }

    private static string Text(JsonObject detail, string name) => detail[name]?.GetValue<string>() ?? string.Empty;
}
