using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Jarpoint.Cli.Tests.Entries;

public sealed partial class ListCommandTests : IDisposable
{
    private readonly CatalogFolder catalog = new();

    public void Dispose() => catalog.Dispose();

    [Fact]
    public async Task Shows_a_table_of_what_a_mount_shows()
    {
        await FillAsync();

        var run = await catalog.RunAsync("ls");

        run.ExitCode.ShouldBe(0);
        // How far an archive is deflated is the library's business, so sizes are not compared.
        Sizes().Replace(run.Output, "SIZE").ReplaceLineEndings().ShouldBe(
            """
            Coordinates             Java  Scala   Size  Seen                 Warnings            Key
            rejected: notAnArchive                SIZE  2026-01-02 12:01:00                      jars/broken.jar
            org.example:core:1.0                 SIZE  2026-01-02 12:01:00                      jars/core-1.0.jar
            org.example:core:1.10                SIZE  2026-01-02 12:01:00                      jars/core-1.10.jar
            org.spark:udf_2.12:1.0         2.12  SIZE  2026-01-02 12:01:00  identity-disagrees  jars/udf.jar
            4 jars at revision 1

            """.ReplaceLineEndings());
    }

    [Theory]
    [InlineData("core", 2)]
    [InlineData("org.example:*", 2)]
    [InlineData("org.example:core:1.0", 1)]
    [InlineData("*:*_2.12", 1)]
    [InlineData("org.example:cor", 0)]
    public async Task Finds_by_pattern(string pattern, int count)
    {
        await FillAsync();

        var run = await catalog.RunAsync("ls", pattern, "--json");

        run.Lines.Count.ShouldBe(count);
        run.ExitCode.ShouldBe(count > 0 ? ExitCodes.Success : ExitCodes.Incomplete);
    }

    [Fact]
    public async Task Filters_by_what_the_jar_says()
    {
        await FillAsync();

        (await KeysAsync("--scala", "2.12")).ShouldBe(["jars/udf.jar"]);
        (await KeysAsync("--rejected")).ShouldBe(["jars/broken.jar"]);
        (await KeysAsync("--provider", "DataSourceRegister")).ShouldBe(["jars/udf.jar"]);
        (await KeysAsync("--since", "2026-01-02T12:01:00Z")).Count.ShouldBe(4);
        (await KeysAsync("--before", "2026-01-02")).ShouldBeEmpty();
        (await KeysAsync("--since", "1h")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reads_an_earlier_revision_and_refuses_one_that_is_not_there()
    {
        await FillAsync();
        await catalog.DeleteAsync("jars/udf.jar");
        await catalog.PublishAsync();

        (await KeysAsync("--at", "1")).ShouldContain("jars/udf.jar");
        (await KeysAsync()).ShouldNotContain("jars/udf.jar");
        var run = await catalog.RunAsync("ls", "--at", "9");
        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldBe($"jarpoint: {catalog.Path}: Revision 9 does not exist; the newest is 2.\n");
    }

    [Fact]
    public async Task Names_a_commit_that_cannot_be_read()
    {
        await FillAsync();
        await File.WriteAllTextAsync(
            Path.Combine(catalog.Path, "catalog/v1/log/00000000000000000001.json"), "{", TestContext.Current.CancellationToken);

        var run = await catalog.RunAsync("ls");

        run.ExitCode.ShouldBe(ExitCodes.Failed);
        run.Error.ShouldContain("00000000000000000001.json");
    }

    [Fact]
    public async Task Names_what_is_wrong_with_the_place()
    {
        using var empty = new ScratchFolder();

        (await Invocation.RunAsync("ls", "--catalog", empty.Path)).Error
            .ShouldBe($"jarpoint: --catalog {empty.Path}: there is no catalog/v1/ below it\n");
        (await Invocation.RunAsync("ls", "--catalog", "/no/such")).Error
            .ShouldBe("jarpoint: --catalog /no/such: no such folder; a folder or s3://BUCKET\n");
        (await Invocation.RunAsync("ls", "--catalog", "s3://")).ExitCode.ShouldBe(ExitCodes.Usage);
        (await Invocation.RunAsync("ls", "--since", "soon", "--catalog", "/")).Error
            .ShouldBe("jarpoint: --since soon: a date such as 2026-01-31, or an age such as 12h, 7d or 4w\n");
    }

    private async Task<IReadOnlyList<string>> KeysAsync(params string[] options)
        => [.. (await catalog.RunAsync(["ls", "--json", .. options])).Lines.Select(line => (string)JsonNode.Parse(line)!["key"]!)];

    private Task FillAsync() => catalog.PutAsync(
        ("jars/core-1.0.jar", JarFile.Of("org.example", "core", "1.0")),
        ("jars/core-1.10.jar", JarFile.Of("org.example", "core", "1.10")),
        ("jars/broken.jar", "this is no archive"u8.ToArray()),
        ("jars/udf.jar", JarFile.With(
            ("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n"),
            ("META-INF/maven/org.spark/udf_2.12/pom.properties", "groupId=org.spark\nartifactId=udf_2.12\nversion=1.0\n"),
            ("META-INF/services/org.apache.spark.sql.sources.DataSourceRegister", "org.spark.Udf\n"))));

    [GeneratedRegex(@"\d+ B")]
    private static partial Regex Sizes();
}
