using System.Text;
using System.Text.Json;

namespace Jarpoint.Functions.Tests;

/// <summary>One line of a function's standard output.</summary>
internal sealed record JsonLine(JsonElement Root)
{
    public bool IsMetric => Root.TryGetProperty("_aws", out _);

    /// <summary>The member as text, or null when there is none.</summary>
    public string? this[string name] => Root.TryGetProperty(name, out var value) ? value.ToString() : null;

    /// <summary>Every line must be one JSON object; anything else fails the test.</summary>
    public static IReadOnlyList<JsonLine> All(byte[] output)
        => [.. Encoding.UTF8.GetString(output)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => new JsonLine(JsonDocument.Parse(line).RootElement))];
}
