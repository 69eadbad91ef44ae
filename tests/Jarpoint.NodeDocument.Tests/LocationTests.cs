namespace Jarpoint.NodeDocument.Tests;

/// <summary>Which paths of a mount an address means.</summary>
public sealed class LocationTests
{
    [Theory]
    [InlineData("", "s3://jars-bucket/jars/a/", "no /mnt/jarpoint/s3/jars/a|0")]
    [InlineData("jars/", "s3://jars-bucket/jars/a/", "no /mnt/jarpoint/s3/a|0")]
    [InlineData("jars/", "s3://jars-bucket/jars/a/**", "yes /mnt/jarpoint/s3/a|0")]
    [InlineData("", "s3://jars-bucket/a%20b/%C3%A9%2B/", "no /mnt/jarpoint/s3/a b/é+|0")]
    [InlineData("", "s3://jars-bucket/%24%28id%29/%5Cx41/", "no /mnt/jarpoint/s3/$(id)/\\x41|0")]
    [InlineData("jars/", "s3://jars-bucket/jars/", "|1")]
    [InlineData("", "s3://jars-bucket/", "|1")]
    [InlineData("jars/a/", "s3://jars-bucket/jars/**", "|1")]
    [InlineData("jars/", "s3://jars-bucket/jars-other/a/", "|0")]
    [InlineData("jars/", "s3://other-bucket/jars/a/", "|0")]
    [InlineData("", "s3://jars-bucket/a/../../etc/", "|0")]
    [InlineData("", "s3://jars-bucket/a//b/", "|0")]
    [InlineData("", "/mnt/jarpoint/s3/jars/", "no /mnt/jarpoint/s3/jars|0")]
    [InlineData("", "/mnt/jarpoint/s3-other/jars", "|0")]
    public async Task Maps_an_address_to_a_path(string prefix, string address, string mapped)
    {
        await using var node = new NodeSandbox();
        node.Variables["JARPOINT_MOUNTPOINT"] = "/mnt/jarpoint/s3";
        node.Variables["JARPOINT_PREFIX"] = prefix;
        var run = await node.CallAsync(
            "settings_load; wanted=() roots=0; IFS= read -r address; location_add \"$address\"; echo \"${wanted[*]}|$roots\"",
            address + "\n");
        run.Output.TrimEnd('\n').ShouldBe(mapped, run.Error);
    }

    [Theory]
    [InlineData("s3://jars-bucket")]
    [InlineData("s3://jars-bucket/a%2")]
    [InlineData("s3://jars-bucket/a%00b/")]
    [InlineData("s3://jars-bucket/é/")]
    [InlineData("s3://JARS/a/")]
    [InlineData("https://jars-bucket/a/")]
    [InlineData("jars")]
    [InlineData("/mnt/jarpoint/s3/../../../etc")]
    [InlineData("/mnt/jarpoint/s3")]
    [InlineData("/mnt/jarpoint/s3/")]
    [InlineData("/mnt/jarpoint/s3/**")]
    [InlineData("/mnt/jarpoint/s3-other")]
    [InlineData("/etc")]
    public async Task Refuses_what_is_below_no_mount(string address)
    {
        await using var node = new NodeSandbox();
        node.Variables["JARPOINT_MOUNTPOINT"] = "/mnt/jarpoint/s3";
        var run = await node.RunAsync("refresh", address);
        run.ExitCode.ShouldBe(2, run.Output + run.Error);
        run.Line.Code.ShouldBe(2);
    }
}
