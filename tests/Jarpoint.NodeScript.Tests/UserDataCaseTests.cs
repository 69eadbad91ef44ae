using Jarpoint.NodeScript.Tests.Entries;

namespace Jarpoint.NodeScript.Tests;

/// <summary>The same cases, where user data is what mounts.</summary>
public sealed class UserDataCaseTests
{
    public static TheoryData<string> Cases => [.. NodeCase.NamesFor("user data")];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_node_does_as_written(string name) => NodeCaseTests.TakeAsync(name, () => new UserDataEntry());
}
