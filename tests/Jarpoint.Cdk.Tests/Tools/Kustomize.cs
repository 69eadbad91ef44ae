using System.Diagnostics;
using System.Text.Json.Nodes;
using Jarpoint.Tests;

namespace Jarpoint.Cdk.Tests.Tools;

/// <summary>The objects of a folder as <c>kubectl apply -k</c> would apply them: by other programs than ours.</summary>
internal static class Kustomize
{
    public static IReadOnlyList<JsonObject> Build(string folder, string scratch)
    {
        var start = new ProcessStartInfo("kubectl", ["kustomize", Path.Combine(Repository.Root, "cdk", "manifests", folder)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var path = Path.Combine(scratch, $"{folder}.yaml");
        File.WriteAllText(path, process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error.GetAwaiter().GetResult());
        return [.. NodeTool.Run("yaml", path).AsArray().Select(one => one!.AsObject())];
    }
}
