using System.Text.Json;

namespace Jarpoint.Page.Tests.Browsing;

/// <summary>axe-core on what is shown now.</summary>
internal static class Axe
{
    private const string Audit =
        """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
          .map(each => `${each.impact}: ${each.id} at ${each.nodes.map(node => node.target.join(' ')).join(', ')}`)
        """;

    /// <summary>Faults with what they are, how bad, and where.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Visit visit)
    {
        var script = Path.Combine(Repository.Root, "tests/tools/node_modules/axe-core/axe.min.js");
        File.Exists(script).ShouldBeTrue("axe-core is not installed: npm ci --ignore-scripts --prefix tests/tools");
        await visit.Page.EvaluateAsync(await File.ReadAllTextAsync(script, TestContext.Current.CancellationToken));
        var faults = await visit.Page.EvaluateAsync<JsonElement>(Audit);
        return [.. faults.EnumerateArray().Select(static fault => fault.GetString()!)];
    }
}
