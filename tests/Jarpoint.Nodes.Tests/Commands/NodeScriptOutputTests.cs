using FsCheck.Xunit;
using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;

namespace Jarpoint.Nodes.Tests.Commands;

public sealed class NodeScriptOutputTests
{
    private const string Line =
        """{"mount":"/mnt/jarpoint/s3","bucket":"b","prefix":"","state":"healthy","action":"remounted","code":13,"repairs":2,"milliseconds":123,"detail":"It is back."}""";

    [Fact]
    public void Reads_a_line_of_each_mount()
    {
        var lines = NodeScriptOutput.Read($"{Line}\n{Line.Replace("/s3", "/two", StringComparison.Ordinal)}\n");

        lines.Select(static line => line.Mount).ShouldBe(["/mnt/jarpoint/s3", "/mnt/jarpoint/two"]);
        lines[0].ShouldBe(new MountLine
        {
            Mount = "/mnt/jarpoint/s3",
            State = "healthy",
            Action = "remounted",
            Code = 13,
            Repairs = 2,
            Detail = "It is back.",
        });
        (lines[0].BroughtBack, lines[0].IsFault).ShouldBe((true, false));
    }

    [Fact]
    public void Passes_over_what_is_no_line_of_the_script()
        => NodeScriptOutput.Read($$"""
            Loaded plugins: langpacks
            {"mount":7}
            {"mount":""}
            {}
            [{"mount":"/x"}]
            {{Line}}  {
            {{Line}}
            {"mount":"/mnt/y","code":"seven","repairs":1e99,"detail":["x"],"unknown":{} }
            {"mount":"\ud800"}
            """).Select(static line => line.Mount).ShouldBe(["/mnt/jarpoint/s3", "/mnt/y"]);

    [Property(MaxTest = 300)]
    public void Bears_output_that_is_cut_off_anywhere(byte cut)
    {
        var output = $"{Line}\n{Line}";
        var length = cut * output.Length / 255;

        NodeScriptOutput.Read(output[..length]).Count
            .ShouldBe(length == output.Length ? 2 : length >= Line.Length ? 1 : 0);
    }

    [Property(MaxTest = 500)]
    public void Bears_any_text(string? text) => NodeScriptOutput.Read(text ?? "").ShouldNotBeNull();

    [Theory]
    [InlineData(1, MountReasons.ScriptFailed, ConditionStatus.False)]
    [InlineData(2, MountReasons.SettingsInvalid, ConditionStatus.False)]
    [InlineData(3, MountReasons.SystemUnsupported, ConditionStatus.False)]
    [InlineData(4, MountReasons.InstallFailed, ConditionStatus.False)]
    [InlineData(5, MountReasons.SignatureUnknown, ConditionStatus.False)]
    [InlineData(6, MountReasons.Locked, ConditionStatus.False)]
    [InlineData(7, MountReasons.MountpointOccupied, ConditionStatus.False)]
    [InlineData(8, MountReasons.ArgumentsRefused, ConditionStatus.False)]
    [InlineData(9, MountReasons.MountFailed, ConditionStatus.False)]
    [InlineData(10, MountReasons.MountDead, ConditionStatus.False)]
    [InlineData(11, MountReasons.StoreUnreachable, ConditionStatus.Unknown)]
    [InlineData(12, MountReasons.NothingMounted, ConditionStatus.False)]
    [InlineData(137, MountReasons.ScriptFailed, ConditionStatus.False)]
    [InlineData(null, MountReasons.ScriptFailed, ConditionStatus.False)]
    public void Knows_every_exit_code(int? code, string reason, ConditionStatus status)
        => (NodeScriptExit.ReasonOf(code), NodeScriptExit.StatusOf(code)).ShouldBe((reason, status));
}
