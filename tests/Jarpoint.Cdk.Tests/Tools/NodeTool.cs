using System.Diagnostics;
using System.Text.Json.Nodes;
using Jarpoint.Tests;

namespace Jarpoint.Cdk.Tests.Tools;

/// <summary>Runs a check of <c>tests/tools</c>.</summary>
internal static class NodeTool
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "tools");

    /// <summary>Runs <c>tests/tools/NAME.mjs</c> and reads the JSON it prints.</summary>
    public static JsonNode Run(string name, params IEnumerable<string> arguments)
    {
        Directory.Exists(Path.Combine(Folder, "node_modules")).ShouldBeTrue(
            "The checks of tests/tools are not installed: npm ci --ignore-scripts --prefix tests/tools");
        var start = new ProcessStartInfo("node", [Path.Combine(Folder, $"{name}.mjs"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        output.ShouldNotBeEmpty($"{name}.mjs ended with {process.ExitCode}: {error.GetAwaiter().GetResult()}");
        return JsonNode.Parse(output)!;
    }
}
