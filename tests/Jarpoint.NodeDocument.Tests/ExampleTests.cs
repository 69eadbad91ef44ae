using System.Text.Json.Nodes;
using Jarpoint.Tests;

namespace Jarpoint.NodeDocument.Tests;

/// <summary>The Spark example against the rules its README states.</summary>
public sealed class ExampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "cdk/examples/taxi-trips");

    [Fact]
    public async Task Every_pod_sees_the_parent_of_the_mountpoint_and_a_remount()
    {
        var application = await ApplicationAsync();
        var volume = application["spec"]!["volumes"]!.AsArray().ShouldHaveSingleItem()!;
        volume["hostPath"]!["path"]!.ToString().ShouldBe("/mnt/jarpoint");
        foreach (var pod in (string[])["driver", "executor"])
        {
            var mount = application["spec"]![pod]!["volumeMounts"]!.AsArray()
                .ShouldHaveSingleItem()!;
            mount["name"]!.ToString().ShouldBe(volume["name"]!.ToString());
            mount["mountPath"]!.ToString().ShouldBe("/mnt/jarpoint");
            mount["mountPropagation"]!.ToString().ShouldBe("HostToContainer");
        }
    }

    [Fact]
    public async Task Jars_come_from_the_mount_in_versions_that_belong_together_and_are_those_that_are_pushed()
    {
        var specification = (await ApplicationAsync())["spec"]!;
        specification["sparkVersion"]!.ToString().ShouldStartWith("3.5.");
        specification["image"]!.ToString().ShouldContain(specification["sparkVersion"]!.ToString());
        string[] jars = [.. specification["deps"]!["jars"]!.AsArray().Select(jar => jar!.ToString())];
        // https://github.com/apache/hadoop/blob/rel/release-3.3.4/hadoop-project/pom.xml, aws-java-sdk.version
        jars.ShouldBe(
        [
            "local:///mnt/jarpoint/s3/jars/hadoop-aws-3.3.4.jar",
            "local:///mnt/jarpoint/s3/jars/aws-java-sdk-bundle-1.12.262.jar",
        ]);
        var push = (await File.ReadAllLinesAsync(Path.Combine(Folder, "README.md"), TestContext.Current.CancellationToken))
            .Single(line => line.StartsWith("jarpoint push", StringComparison.Ordinal));
        push.ShouldBe($"jarpoint push {string.Join(' ', jars.Select(Path.GetFileName))} --to s3://BUCKET/jars/");
    }

    [Fact]
    public async Task The_job_is_sound_Python()
        => await TestProgram.RunAsync(
            "python3", "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", Path.Combine(Folder, "trips.py"));

    private static async Task<JsonNode> ApplicationAsync()
        => (await TestTool.RunAsync("yaml", Path.Combine(Folder, "application.yaml"))).ShouldHaveSingleItem();
}
