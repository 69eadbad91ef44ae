using System.Text.Json.Nodes;

namespace Jarpoint.Cli.Tests.Verify;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly CatalogFolder catalog = new();

    public void Dispose() => catalog.Dispose();

    [Fact]
    public async Task Finds_nothing_in_a_sound_catalog()
    {
        await FillAsync();

        var run = await catalog.RunAsync("verify");

        run.Output.ShouldBe("revision 1: 1 commit, 1 snapshot, 2 descriptions, 2 jars in the bucket; 0 findings\n");
        run.ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tells_what_the_bucket_and_the_catalog_do_not_have_in_common(bool quick)
    {
        await FillAsync();
        File.Delete(Path.Combine(catalog.Path, "jars/a.jar"));
        await File.AppendAllTextAsync(Path.Combine(catalog.Path, "jars/b.jar"), "more", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(catalog.Path, "jars/c.jar"), "new", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(catalog.Path, "jars/notes.txt"), "no jar", TestContext.Current.CancellationToken);

        var run = await catalog.RunAsync(["verify", "--json", .. quick ? ["--quick"] : Array.Empty<string>()]);

        run.Lines.Select(static line => JsonNode.Parse(line)!).Select(static line => $"{line["kind"]} {line["key"]}")
            .ShouldBe(["differs jars/b.jar", "notCatalogued jars/c.jar", "gone jars/a.jar"]);
        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
    }

    [Fact]
    public async Task Tells_what_is_wrong_with_the_catalog_itself()
    {
        await FillAsync();
        foreach (var description in Directory.EnumerateFiles(Path.Combine(catalog.Path, "catalog/v1/jars")))
        {
            File.Delete(description);
        }

        var run = await catalog.RunAsync("verify");

        run.Lines.Count(static line => line.StartsWith("descriptionMissing  catalog/v1/jars/", StringComparison.Ordinal)).ShouldBe(2);
        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
        (await catalog.RunAsync("verify", "--quick")).ExitCode.ShouldBe(0);
    }

    private async Task FillAsync()
    {
        await catalog.PutAsync(
            ("jars/a.jar", JarFile.Of("org.example", "a", "1")),
            ("jars/b.jar", JarFile.Of("org.example", "b", "1")));
        await catalog.PublishAsync();
    }
}
