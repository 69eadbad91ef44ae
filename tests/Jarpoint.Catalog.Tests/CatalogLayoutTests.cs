namespace Jarpoint.Catalog.Tests;

public sealed class CatalogLayoutTests
{
    private readonly CatalogLayout layout = new();

    [Fact]
    public void Names_every_object_below_its_root()
    {
        layout.Log(42).ShouldBe("catalog/v1/log/00000000000000000042.json");
        layout.Snapshot(40).ShouldBe("catalog/v1/snapshots/00000000000000000040.json.gz");
        layout.Description("ab12").ShouldBe("catalog/v1/jars/ab12.json.gz");
        layout.Head.ShouldBe("catalog/v1/head.json");
        new CatalogLayout("x/").Log(1).ShouldBe("x/log/00000000000000000001.json");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(42)]
    [InlineData(long.MaxValue)]
    public void Reads_a_revision_back_from_its_name(long revision)
    {
        layout.TryParseLog(layout.Log(revision), out var parsed).ShouldBeTrue();
        parsed.ShouldBe(revision);
        layout.TryParseSnapshot(layout.Snapshot(revision), out parsed).ShouldBeTrue();
        parsed.ShouldBe(revision);
    }

    [Theory]
    [InlineData("catalog/v1/log/42.json")]
    [InlineData("catalog/v1/log/00000000000000000000.json")]
    [InlineData("catalog/v1/log/99999999999999999999.json")]
    [InlineData("catalog/v1/log/+0000000000000000042.json")]
    [InlineData("catalog/v1/log/00000000000000000042.json.gz")]
    [InlineData("catalog/v2/log/00000000000000000042.json")]
    [InlineData("")]
    public void Refuses_a_name_that_no_commit_has(string key)
        => layout.TryParseLog(key, out _).ShouldBeFalse();

    [Fact]
    public void Refuses_a_root_without_a_slash()
        => Should.Throw<ArgumentException>(() => new CatalogLayout("catalog")).Message.ShouldContain("'catalog'");
}
