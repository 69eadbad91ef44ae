using Jarpoint.Cli;

namespace Jarpoint.EndToEnd;

public sealed class LocalCommandTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Uploads_the_jars_of_a_folder_and_shows_them_catalogued()
    {
        folder.Write("lib/core-1.2.jar", JarFile.Of("org.example", "core", "1.2"));
        folder.Write("broken-2.0.jar", "no archive"u8);

        var (code, output) = await RunAsync("local", "--once", "--port", "0", "--jars", folder.Path);

        code.ShouldBe(0);
        output.ShouldContain("jars/lib/core-1.2.jar");
        output.ShouldContain("org.example:core:1.2");
        output.ShouldContain("rejected: notAnArchive");
        output.ShouldContain("2 of 2 changes catalogued");
        output.ShouldContain("1 described, 1 rejected");
    }

    [Fact]
    public async Task Keeps_the_bucket_and_its_catalog_from_one_run_to_the_next()
    {
        var kept = Path.Combine(folder.Path, "kept");
        folder.Write("first/a-1.jar", JarFile.Of("org.example", "a", "1"));
        folder.Write("second/b-1.jar", JarFile.Of("org.example", "b", "1"));

        await RunAsync("local", "--once", "--port", "0", "--keep", kept, "--jars", Path.Combine(folder.Path, "first"));
        var (code, output) = await RunAsync(
            "local", "--once", "--port", "0", "--keep", kept, "--jars", Path.Combine(folder.Path, "second"));

        code.ShouldBe(0);
        output.ShouldContain("org.example:a:1");
        output.ShouldContain("org.example:b:1");
        output.ShouldContain("catalog@2: 2 described, 0 rejected");
    }

    [Fact]
    public async Task Names_a_port_that_is_taken_and_the_option_that_changes_it()
    {
        folder.Write("a-1.jar", JarFile.Of("org.example", "a", "1"));
        await using var cloud = await RunningCloud.StartAsync();
        var port = cloud.Host.Endpoint.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var (code, output) = await RunAsync("local", "--once", "--port", port, "--jars", folder.Path);

        code.ShouldBe(ExitCodes.Usage);
        output.ShouldContain($"port {port} of 127.0.0.1");
        output.ShouldContain("--port");
    }

    [Fact]
    public async Task Two_clouds_do_not_keep_their_buckets_in_one_folder()
    {
        folder.Write("a-1.jar", JarFile.Of("org.example", "a", "1"));
        var kept = Path.Combine(folder.Path, "kept");
        Directory.CreateDirectory(kept);
        await using var other = new FileStream(
            Path.Combine(kept, "lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);

        var (code, output) = await RunAsync("local", "--once", "--port", "0", "--keep", kept, "--jars", folder.Path);

        code.ShouldBe(ExitCodes.Usage);
        output.ShouldContain($"--keep {kept}: ");
        output.ShouldContain("is another jarpoint local at work there?");
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var code = await JarpointCommand.RunAsync(
            [.. arguments], output, output, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }
}
