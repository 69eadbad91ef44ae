using System.Diagnostics;
using System.Text.Json.Nodes;
using Jarpoint.Tests;

namespace Jarpoint.Template.Tests.Tools;

/// <summary>Runs a check of <c>tests/tools</c>.</summary>
internal static class NodeTool
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "tools");

    /// <summary>Runs <c>tests/tools/NAME.mjs</c> and reads the findings it prints.</summary>
    public static async Task<IReadOnlyList<JsonNode>> RunAsync(
        string name, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        Directory.Exists(Path.Combine(Folder, "node_modules")).ShouldBeTrue(
            "The checks of tests/tools are not installed: npm ci --ignore-scripts --prefix tests/tools");
        using var process = Process.Start(
            new ProcessStartInfo("node", [Path.Combine(Folder, $"{name}.mjs"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        process.ExitCode.ShouldBe(0, $"{name}.mjs: {await error}");
        return [.. JsonNode.Parse(output)!.AsArray().OfType<JsonNode>()];
    }
}
