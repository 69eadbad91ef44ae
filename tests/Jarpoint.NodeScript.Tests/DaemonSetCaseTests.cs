using Jarpoint.NodeScript.Tests.Entries;

namespace Jarpoint.NodeScript.Tests;

/// <summary>The same cases, where the DaemonSet is what mounts.</summary>
public sealed class DaemonSetCaseTests
{
    public static TheoryData<string> Cases => [.. NodeCase.NamesFor("the DaemonSet")];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_node_does_as_written(string name) => NodeCaseTests.TakeAsync(name, () => new DaemonSetEntry());
}
