using Jarpoint.NodeScript.Tests.Entries;

namespace Jarpoint.NodeScript.Tests;

/// <summary>The node script on a real kernel, over real FUSE, against a laptop S3; each case on a machine of its own.</summary>
public sealed class NodeCaseTests
{
    public static TheoryData<string> Cases => [.. NodeCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_node_does_as_written(string name) => TakeAsync(name, () => new SsmEntry());

    /// <summary>One transcript for every way to mount.</summary>
    internal static async Task TakeAsync(string name, Func<IMountEntry> enter)
    {
        var nodeCase = new NodeCase(name);
        await using var bench = await NodeBench.StartAsync();
        await using var entry = enter();
        var runner = new CaseRunner(bench, entry);

        foreach (var step in nodeCase.Steps)
        {
            await runner.TakeAsync(step);
        }

        nodeCase.Compare(runner.Transcript);
    }
}
