using System.Text.RegularExpressions;
using FsCheck.Xunit;
using Jarpoint.Nodes.Plan;

namespace Jarpoint.Nodes.Tests.Plan;

public sealed class MountsParameterTests
{
    [Property(MaxTest = 500)]
    public void Whatever_it_formats_the_document_takes_and_reads_back_the_same(string?[] values)
    {
        var mounts = values.Select(static value => new MountSpec
        {
            Bucket = value ?? "",
            Settings = new Dictionary<string, string> { ["region"] = value ?? "" },
        }).ToList();
        string text;
        try
        {
            text = MountsParameter.Format(mounts);
        }
        catch (InvalidMountPlanException refused)
        {
            refused.Faults.ShouldNotBeEmpty();
            return;
        }

        Regex.IsMatch(text, MountsParameter.Pattern).ShouldBeTrue();
        text.Split(' ').Select(static mount => mount.Split(',')[0]).ShouldBe(values.Select(static value => $"bucket={value}"));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a,b=c")]
    [InlineData("a\n")]
    [InlineData("a'b")]
    [InlineData("\"")]
    [InlineData("`id`")]
    [InlineData("$(id)")]
    [InlineData("é")]
    [InlineData("{{x}}")]
    [InlineData("")]
    public void Refuses_what_a_shell_could_read_as_something_else(string value)
        => Should.Throw<InvalidMountPlanException>(() => MountsParameter.Format(
            [new MountSpec { Bucket = "jars", Settings = new Dictionary<string, string> { ["region"] = value } }]));

    [Fact]
    public void Refuses_no_mounts_and_too_many()
    {
        Should.Throw<InvalidMountPlanException>(() => MountsParameter.Format([]));
        Should.Throw<InvalidMountPlanException>(() => MountsParameter.Format(
            [.. Enumerable.Range(0, 100).Select(static i => new MountSpec { Bucket = "jars", Mountpoint = $"/mnt/jarpoint/{i:D20}" })]))
            .Faults.ShouldHaveSingleItem().ShouldContain("4000");
    }
}
