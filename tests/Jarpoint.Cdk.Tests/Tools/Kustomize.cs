using System.Text.Json.Nodes;
using Jarpoint.Tests;

namespace Jarpoint.Cdk.Tests.Tools;

/// <summary>The objects of a folder as <c>kubectl apply -k</c> would apply them: by other programs than ours.</summary>
internal static class Kustomize
{
    public static async Task<IReadOnlyList<JsonObject>> BuildAsync(string folder, string scratch)
    {
        var path = Path.Combine(scratch, $"{folder}.yaml");
        await File.WriteAllTextAsync(
            path,
            await TestProgram.RunAsync("kubectl", "kustomize", Path.Combine(Repository.Root, "cdk", "manifests", folder)),
            TestContext.Current.CancellationToken);
        return [.. (await TestTool.RunAsync("yaml", path)).Select(one => one.AsObject())];
    }
}
