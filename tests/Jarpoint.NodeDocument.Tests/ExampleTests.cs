using System.Diagnostics;
using System.Text.Json;
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
        var volume = application.GetProperty("spec").GetProperty("volumes").EnumerateArray().ShouldHaveSingleItem();
        volume.GetProperty("hostPath").GetProperty("path").GetString().ShouldBe("/mnt/jarpoint");
        foreach (var pod in (string[])["driver", "executor"])
        {
            var mount = application.GetProperty("spec").GetProperty(pod).GetProperty("volumeMounts").EnumerateArray()
                .ShouldHaveSingleItem();
            mount.GetProperty("name").GetString().ShouldBe(volume.GetProperty("name").GetString());
            mount.GetProperty("mountPath").GetString().ShouldBe("/mnt/jarpoint");
            mount.GetProperty("mountPropagation").GetString().ShouldBe("HostToContainer");
        }
    }

    [Fact]
    public async Task Jars_come_from_the_mount_in_versions_that_belong_together_and_are_those_that_are_pushed()
    {
        var specification = (await ApplicationAsync()).GetProperty("spec");
        specification.GetProperty("sparkVersion").GetString()!.ShouldStartWith("3.5.");
        specification.GetProperty("image").GetString()!.ShouldContain(specification.GetProperty("sparkVersion").GetString()!);
        string[] jars = [.. specification.GetProperty("deps").GetProperty("jars").EnumerateArray().Select(jar => jar.GetString()!)];
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
    {
        var run = await RunAsync(
            "python3", "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", Path.Combine(Folder, "trips.py"));
        run.ExitCode.ShouldBe(0, run.Error);
    }

    private static async Task<JsonElement> ApplicationAsync()
    {
        var tools = Path.Combine(Repository.Root, "tests/tools");
        Directory.Exists(Path.Combine(tools, "node_modules")).ShouldBeTrue(
            "run npm ci --ignore-scripts --prefix tests/tools first");
        var run = await RunAsync("node", Path.Combine(tools, "yaml-to-json.mjs"), Path.Combine(Folder, "application.yaml"));
        run.ExitCode.ShouldBe(0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ShouldHaveSingleItem();
    }

    private static async Task<ScriptRun> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ScriptRun(process.ExitCode, await output, await error);
    }
}
