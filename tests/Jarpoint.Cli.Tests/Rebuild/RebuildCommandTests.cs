using Jarpoint.Cli.Catalog;
using Jarpoint.Cli.Local;
using Jarpoint.Cli.Rebuild;
using Jarpoint.LocalCloud.Hosting;

namespace Jarpoint.Cli.Tests.Rebuild;

public sealed class RebuildCommandTests : IDisposable
{
    private readonly CatalogFolder catalog = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => catalog.Dispose();

    [Fact]
    public async Task Only_counts_without_being_told_to_apply()
    {
        await catalog.PutAsync(("jars/a.jar", JarFile.Of("org.example", "a", "1")));
        (await catalog.RunAsync("rebuild")).Output.ShouldBe(
            "1 jar in the bucket: 0 to describe, 0 to describe again, 0 to remove\n");
        await File.WriteAllTextAsync(Path.Combine(catalog.Path, "jars/new.jar"), "new", Cancelled);
        File.Delete(Path.Combine(catalog.Path, "jars/a.jar"));

        var run = await catalog.RunAsync("rebuild");

        run.Output.ShouldBe("1 jar in the bucket: 1 to describe, 0 to describe again, 1 to remove; --apply does it\n");
        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
        (await catalog.RunAsync("rebuild", "--json")).Output.ShouldBe(
            """{"listed":1,"new":1,"differing":0,"gone":1}""" + "\n");
    }

    [Fact]
    public async Task Refuses_to_write_into_a_folder()
    {
        await catalog.PutAsync(("jars/a.jar", JarFile.Of("org.example", "a", "1")));

        var run = await catalog.RunAsync("rebuild", "--apply");

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldEndWith(": a folder is only read; --apply needs --catalog s3://BUCKET\n");
    }

    /// <summary>A catalog of its own beside the one the functions keep, so that there is something to do.</summary>
    [Fact]
    public async Task Commits_what_differs_and_then_finds_nothing_to_do()
    {
        await using var cloud = await LocalCloudHost.StartAsync(
            new LocalCloudOptions { Bootstrap = BootstrapFile.Find(null), Port = 0 }, Cancelled);
        using var s3 = LocalClients.S3(cloud.Endpoint);
        foreach (var name in new[] { "a", "b" })
        {
            using var content = new MemoryStream(JarFile.Of("org.example", name, "1"));
            await s3.PutObjectAsync(
                new() { BucketName = cloud.Bucket, Key = $"jars/{name}.jar", InputStream = content, UseChunkEncoding = false }, Cancelled);
        }

        using var source = CatalogSource.Open(new CatalogPlace.Bucket(cloud.Bucket, "restored/v1/", cloud.Endpoint));
        var done = await RebuildCommand.RebuildAsync(source, redescribe: false, TextWriter.Null, Cancelled);
        var again = await RebuildCommand.RebuildAsync(source, redescribe: false, TextWriter.Null, Cancelled);

        (done.Listed, done.Described, done.Revision).ShouldBe((2, 2, 1));
        (again.Listed, again.Unchanged, again.Revision).ShouldBe((2, 2, 1));
        (await RebuildCommand.CountAsync(source, TextWriter.Null, Cancelled)).IsNothing.ShouldBeTrue();
    }
}
