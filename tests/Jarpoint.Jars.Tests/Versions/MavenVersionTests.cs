using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Jarpoint.Jars.Versions;

namespace Jarpoint.Jars.Tests.Versions;

public sealed class MavenVersionTests
{
    /// <summary>Each list ascending, as the documentation of ComparableVersion and Maven's version order give them.</summary>
    private static readonly string[][] Ascending =
    [
        [
            "1-alpha2snapshot", "1-alpha2", "1-alpha-123", "1-beta-2", "1-beta123", "1-m2", "1-m11", "1-rc", "1-cr2",
            "1-rc123", "1-SNAPSHOT", "1", "1-sp", "1-sp2", "1-sp123", "1-abc", "1-def", "1-pom-1", "1-1-snapshot",
            "1-1", "1-2", "1-123",
        ],
        [
            "2.0", "2.0.a", "2-1", "2.0.2", "2.0.123", "2.1.0", "2.1-a", "2.1b", "2.1-c", "2.1-1", "2.1.0.1", "2.2",
            "2.123", "11.a2", "11.a11", "11.b2", "11.b11", "11.m2", "11.m11", "11", "11.a", "11b", "11c", "11m",
        ],
        ["1.0.RC2", "1.0-RC3", "1.0.1"],
        ["1.0.X2", "1.0-X3", "1.0.1"],
        ["1", "1.1"],
        ["1-snapshot", "1", "1-sp"],
        ["1-foo2", "1-foo10"],
        ["1.foo", "1-1", "1.1"],
        ["2.0.1", "2.0.1-xyz", "2.0.1-123"],
        ["20190126.230843", "20190127.230843", "99999999999999999999.1"],
    ];

    public static TheoryData<string, string> Equivalents => new()
    {
        { "1", "1.0" }, { "1", "1.0.0" }, { "1", "1-0" }, { "1", "1.0-0" }, { "1.0", "1.0-0" },
        { "1a", "1-a" }, { "1a", "1.0-a" }, { "1a", "1.0.0-a" }, { "1.0a", "1.0.a" }, { "1x", "1-x" },
        { "1ga", "1" }, { "1final", "1" }, { "1release", "1" }, { "1cr", "1rc" },
        { "1a1", "1-alpha-1" }, { "1b2", "1-beta-2" }, { "1m3", "1-milestone-3" },
        { "1X", "1x" }, { "1FinaL", "1" }, { "1cR", "1rC" }, { "1.00", "1" }, { "01", "1" },
        { "1.0.0-SNAPSHOT", "1-snapshot" },
    };

    [Fact]
    public void Orders_the_documented_lists()
    {
        foreach (var versions in Ascending.Select(list => list.Select(MavenVersion.Parse).ToList()))
        {
            for (var low = 0; low < versions.Count; low++)
            {
                for (var high = low + 1; high < versions.Count; high++)
                {
                    (versions[low] < versions[high]).ShouldBeTrue($"{versions[low]} < {versions[high]}");
                    (versions[high] > versions[low]).ShouldBeTrue($"{versions[high]} > {versions[low]}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Equivalents))]
    public void Takes_two_ways_to_write_a_version_as_one(string left, string right)
    {
        MavenVersion.Parse(left).ShouldBe(MavenVersion.Parse(right));
        MavenVersion.Parse(left).GetHashCode().ShouldBe(MavenVersion.Parse(right).GetHashCode());
    }

    [Property(MaxTest = 2000)]
    public Property Order_is_total()
        => Prop.ForAll(Versions().Three().ToArbitrary(), triple =>
        {
            var (a, b, c) = triple;
            return Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
                && (!(a <= b && b <= c) || a <= c)
                && (!(a == b && b == c) || a == c)
                && (a != b || a.GetHashCode() == b.GetHashCode());
        });

    [Fact]
    public void Has_no_circle_where_an_empty_qualifier_hides_another()
    {
        string[] sorted = ["1-ga-alpha", "1", "1-sp"];
        var versions = sorted.Select(MavenVersion.Parse).ToList();
        (versions[0] < versions[1]).ShouldBeTrue();
        (versions[1] < versions[2]).ShouldBeTrue();
        (versions[0] < versions[2]).ShouldBeTrue();
    }

    [Fact]
    public void Reads_a_version_of_a_hundred_thousand_parts()
    {
        var longest = MavenVersion.Parse(string.Concat(Enumerable.Repeat("1-a", 100_000)));

        (longest < MavenVersion.Parse("2")).ShouldBeTrue();
        longest.ShouldBe(MavenVersion.Parse(longest.Text));
    }

    [Theory]
    [InlineData("1.0-rc1", true)]
    [InlineData("1.0-SNAPSHOT", true)]
    [InlineData("2.0.0-M3", true)]
    [InlineData("3.0.0-preview2", false)]
    [InlineData("32.1.2-jre", false)]
    [InlineData("4.1.100.Final", false)]
    public void Tells_what_comes_before_a_release(string version, bool before)
        => MavenVersion.Parse(version).IsPreRelease.ShouldBe(before);

    private static Gen<MavenVersion> Versions()
    {
        var words = Gen.Elements(
            "0", "1", "2", "10", "00", "99999999999999999999", "a", "alpha", "b", "m", "rc", "cr", "snapshot", "ga",
            "final", "release", "sp", "x", "foo", "RC", "");
        var separators = Gen.Elements(".", "-", "");
        return words.Zip(separators, static (word, separator) => word + separator)
            .NonEmptyListOf()
            .Select(static parts => MavenVersion.Parse(string.Concat(parts.Take(7))));
    }
}
