using System.Text.Json.Nodes;

namespace Jarpoint.Cli.Tests.Entries;

public sealed class ShowCommandTests : IDisposable
{
    private readonly CatalogFolder catalog = new();

    public void Dispose() => catalog.Dispose();

    [Theory]
    [InlineData("jars/core-1.9.jar")]
    [InlineData("org.example:core:1.9")]
    public async Task Shows_evidence_history_and_who_supersedes_it(string name)
    {
        await FillAsync();

        var run = await catalog.RunAsync("show", name);

        run.ExitCode.ShouldBe(0);
        run.Lines[0].ShouldBe("org.example:core:1.9");
        run.Output.ShouldContain("  key:             jars/core-1.9.jar\n");
        run.Output.ShouldContain("  found:           pomProperties org.example:core:1.9 in META-INF/maven/org.example/core/pom.properties\n");
        run.Output.ShouldContain("  superseded by:   org.example:core:1.10  jars/core-1.10.jar\n");
        run.Lines[^1].ShouldStartWith("       1  ");
    }

    [Fact]
    public async Task Shows_the_newest_version_without_one()
    {
        await FillAsync();

        var run = await catalog.RunAsync("show", "org.example:core", "--json");

        var shown = JsonNode.Parse(run.Lines.ShouldHaveSingleItem())!;
        ((string?)shown["entry"]!["version"]).ShouldBe("1.10");
        shown["supersededBy"]!.AsArray().ShouldBeEmpty();
        shown["history"]!.AsArray().Count.ShouldBe(1);
        ((string?)shown["jar"]!["fileName"]).ShouldBe("core-1.10.jar");
        // As the catalog's own document has it, not a number.
        ((string?)shown["jar"]!["identity"]!["evidence"]).ShouldBe((string?)shown["entry"]!["evidence"]);
    }

    [Fact]
    public async Task Says_that_there_is_no_such_jar()
    {
        await FillAsync();

        var run = await catalog.RunAsync("show", "org.example:core:7");

        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
        run.Error.ShouldBe("jarpoint: org.example:core:7: no such jar at revision 1: G:A:V, G:A or a key; jarpoint ls lists them, history tells of removed ones\n");
    }

    [Fact]
    public async Task Tells_the_history_of_a_key()
    {
        await FillAsync();
        await catalog.PutAsync(("jars/core-1.9.jar", JarFile.Of("org.example", "core", "1.9.1")));
        await catalog.DeleteAsync("jars/core-1.9.jar");

        var run = await catalog.RunAsync("history", "jars/core-1.9.jar", "--json");

        run.Lines.Select(line => (string?)JsonNode.Parse(line)!["fact"]!["status"])
            .ShouldBe(["described", "described", "removed"]);
        var never = await catalog.RunAsync("history", "jars/none.jar");
        never.ExitCode.ShouldBe(ExitCodes.Incomplete);
        never.Error.ShouldBe("jarpoint: jars/none.jar: the catalog was never told of it\n");
    }

    [Fact]
    public async Task Tells_what_differs_between_two_revisions()
    {
        await FillAsync();
        await catalog.PutAsync(("jars/core-1.9.jar", JarFile.Of("org.example", "core", "1.9.1")));
        await catalog.DeleteAsync("jars/core-1.10.jar");

        var run = await catalog.RunAsync("diff", "1");

        run.Output.ReplaceLineEndings().ShouldBe(
            """
            Change    Before                 After                   Key
            removed   org.example:core:1.10                          jars/core-1.10.jar
            replaced  org.example:core:1.9   org.example:core:1.9.1  jars/core-1.9.jar
            2 changes from revision 1 to 3

            """.ReplaceLineEndings());
        (await catalog.RunAsync("diff", "2", "2")).Output.ShouldBe("0 changes from revision 2 to 2\n");
    }

    private Task FillAsync() => catalog.PutAsync(
        ("jars/core-1.9.jar", JarFile.Of("org.example", "core", "1.9")),
        ("jars/core-1.10.jar", JarFile.Of("org.example", "core", "1.10")));
}
