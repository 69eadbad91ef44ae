using Jarpoint.Jars.Versions;

namespace Jarpoint.Jars.Tests.Versions;

public sealed class VersionRangeTests
{
    [Theory]
    [InlineData("[1.0,2.0)", "1.0", true)]
    [InlineData("[1.0,2.0)", "1.9.9", true)]
    [InlineData("[1.0,2.0)", "2.0", false)]
    [InlineData("[1.0,2.0)", "2.0-rc1", true)]
    [InlineData("(1.0,2.0]", "1.0.0", false)]
    [InlineData("(1.0,2.0]", "2.0.0", true)]
    [InlineData("[1.0]", "1.0.0", true)]
    [InlineData("[1.0]", "1.0.1", false)]
    [InlineData("[1.5,)", "99", true)]
    [InlineData("(,1.0]", "0.1", true)]
    [InlineData("(,1.0],[1.2,)", "1.1", false)]
    [InlineData("(,1.0],[1.2,)", "1.2", true)]
    [InlineData("(,1.1),(1.1,)", "1.1", false)]
    public void Contains_what_maven_says(string range, string version, bool inside)
        => VersionRange.TryParse(range).ShouldNotBeNull().Contains(MavenVersion.Parse(version)).ShouldBe(inside);

    [Theory]
    [InlineData("1.0")]
    [InlineData("[1.0")]
    [InlineData("(1.0)")]
    [InlineData("[2.0,1.0]")]
    [InlineData("[1,2,3]")]
    [InlineData("[1,2],")]
    [InlineData("[]")]
    [InlineData("")]
    public void Refuses_what_is_no_range(string text) => VersionRange.TryParse(text).ShouldBeNull();
}
