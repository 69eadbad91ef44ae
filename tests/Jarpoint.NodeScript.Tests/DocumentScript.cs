using System.Text.Json;

namespace Jarpoint.NodeScript.Tests;

/// <summary>The lines an agent runs for a command document.</summary>
internal static class DocumentScript
{
    public static string Of(string document)
    {
        using var json = JsonDocument.Parse(document);
        var lines = json.RootElement.GetProperty("mainSteps")[0].GetProperty("inputs").GetProperty("runCommand");
        return string.Join('\n', lines.EnumerateArray().Select(line => line.GetString())) + "\n";
    }
}
