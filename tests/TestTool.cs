using System.Text.Json.Nodes;

namespace Jarpoint.Tests;

/// <summary>The checks of <c>tests/tools</c>.</summary>
internal static class TestTool
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "tools");

    /// <summary>Runs <c>tests/tools/NAME.mjs</c> and reads what it prints: findings, or documents.</summary>
    public static async Task<IReadOnlyList<JsonNode>> RunAsync(string name, params IEnumerable<string> arguments)
    {
        Directory.Exists(Path.Combine(Folder, "node_modules")).ShouldBeTrue(
            "The checks of tests/tools are not installed: npm ci --ignore-scripts --prefix tests/tools");
        var output = await TestProgram.RunAsync("node", [Path.Combine(Folder, $"{name}.mjs"), .. arguments]);
        return [.. JsonNode.Parse(output)!.AsArray().OfType<JsonNode>()];
    }

    /// <summary>A path of a dependency of <c>tests/tools</c>.</summary>
    public static string Dependency(params string[] path) => Path.Combine([Folder, "node_modules", .. path]);
}
