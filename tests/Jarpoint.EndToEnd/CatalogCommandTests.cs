using System.Diagnostics;
using Amazon.S3.Model;
using Jarpoint.Cli;

namespace Jarpoint.EndToEnd;

/// <summary>The command over a bucket, in a process of its own that has nothing but the environment of an AWS client.</summary>
public sealed class CatalogCommandTests : IAsyncLifetime
{
    private RunningCloud cloud = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        cloud = await RunningCloud.StartAsync();
        foreach (var name in new[] { "core", "udf" })
        {
            using var content = new MemoryStream(JarFile.Of("org.example", name, "1.0"));
            await cloud.S3.PutObjectAsync(
                new PutObjectRequest { BucketName = cloud.Bucket, Key = $"jars/{name}-1.0.jar", InputStream = content }, Cancellation);
        }

        await cloud.QuiesceAsync();
    }

    public ValueTask DisposeAsync() => cloud.DisposeAsync();

    [Fact]
    public async Task Lists_and_verifies_what_the_functions_catalogued()
    {
        var (code, output) = await RunAsync("ls", "--catalog", $"s3://{cloud.Bucket}");

        code.ShouldBe(ExitCodes.Success);
        output.ShouldContain("org.example:core:1.0");
        (await RunAsync("verify", "--catalog", $"s3://{cloud.Bucket}")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(ExitCodes.Success), run => run.Output.ShouldEndWith("2 jars in the bucket; 0 findings\n"));
    }

    /// <summary>A catalog of its own beside the one the functions keep, so that there is something to do.</summary>
    [Fact]
    public async Task Rebuilds_a_catalog_that_is_lost_and_then_finds_nothing_to_do()
    {
        var restored = $"s3://{cloud.Bucket}/restored/v1";

        var before = await RunAsync("rebuild", "--catalog", restored);
        var done = await RunAsync("rebuild", "--apply", "--catalog", restored);
        var after = await RunAsync("rebuild", "--catalog", restored);

        before.ShouldBe((ExitCodes.Incomplete,
            "2 jars in the bucket: 2 to describe, 0 to describe again, 0 to remove; --apply does it\n"));
        done.ShouldBe((ExitCodes.Success, "2 jars in the bucket: 0 unchanged, 2 described, 0 rejected, 0 removed; revision 1\n"));
        after.ShouldBe((ExitCodes.Success, "2 jars in the bucket: 0 to describe, 0 to describe again, 0 to remove\n"));
        (await RunAsync("show", "jars/udf-1.0.jar", "--catalog", restored)).Output.ShouldContain("org.example:udf:1.0");
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "jarpoint.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["AWS_ENDPOINT_URL"] = cloud.Host.Endpoint.AbsoluteUri,
                ["AWS_ACCESS_KEY_ID"] = "local",
                ["AWS_SECRET_ACCESS_KEY"] = "local",
                ["AWS_REGION"] = "us-east-1",
            },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, output);
    }
}
