using System.Text.Json;

namespace Jarpoint.Nodes.Commands;

/// <summary>
/// Reads what the node script printed. SSM cuts output off anywhere, and other programs may have written between: a
/// line that is no whole object with a <c>mount</c> is passed over, unknown members too.
/// </summary>
public static class NodeScriptOutput
{
    public static IReadOnlyList<MountLine> Read(string output)
        => [.. output.Split('\n', StringSplitOptions.TrimEntries).Select(LineOf).OfType<MountLine>()];

    private static MountLine? LineOf(string text)
    {
        if (text is not ['{', .., '}'])
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var line = document.RootElement;
            return Text(line, "mount") is { Length: > 0 } mount
                ? new MountLine
                {
                    Mount = mount,
                    State = Text(line, "state"),
                    Action = Text(line, "action"),
                    Code = Number(line, "code"),
                    Repairs = Number(line, "repairs"),
                    Detail = Text(line, "detail"),
                }
                : null;
        }
        catch (JsonException)
        {
            // Cut off, or not ours.
            return null;
        }
    }

    private static string Text(JsonElement line, string name)
    {
        if (!line.TryGetProperty(name, out var member) || member.ValueKind is not JsonValueKind.String)
        {
            return string.Empty;
        }

        try
        {
            return member.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate escape: valid JSON that is no text.
            return string.Empty;
        }
    }

    private static int Number(JsonElement line, string name)
        => line.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.Number
            && member.TryGetInt32(out var number)
            ? number
            : 0;
}
