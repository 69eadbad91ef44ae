using System.Text.Json.Nodes;

namespace Jarpoint.Cli.Tests.Classes;

public sealed class FindClassCommandTests : IDisposable
{
    private readonly CatalogFolder catalog = new();

    public void Dispose() => catalog.Dispose();

    [Theory]
    [InlineData("Row")]
    [InlineData("org.example.Row")]
    [InlineData("org/example/R*")]
    public async Task Tells_jars_and_versions_in_groups_of_the_same_bytes(string name)
    {
        await FillAsync();
        await catalog.IndexAsync();

        var run = await catalog.RunAsync("find-class", name);

        run.Error.ShouldBeEmpty();
        run.Lines.ShouldBe(
        [
            "Class            Bytes     Jar                    Key",
            "org.example.Row  7a6c86f1  org.example:core:1.9   jars/core-1.9.jar",
            "org.example.Row  7a6c86f1  org.example:core:1.10  jars/core-1.10.jar",
            "org.example.Row  11ca8a66  org.example:core:2.0   jars/core-2.0.jar",
            "1 class in 3 jars; 1 with other bytes in other jars",
        ]);
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Writes_a_class_a_line_as_JSON()
    {
        await FillAsync();
        await catalog.IndexAsync();

        var run = await catalog.RunAsync("find-class", "Row", "--json");

        var line = JsonNode.Parse(run.Lines.ShouldHaveSingleItem())!;
        ((string?)line["class"], (long?)line["revision"]).ShouldBe(("org.example.Row", 1));
        line["variants"]!.AsArray().Select(static variant => variant!["jars"]!.AsArray().Count).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task Reads_the_descriptions_where_there_is_no_index_and_says_so()
    {
        await FillAsync();

        var run = await catalog.RunAsync("find-class", "Row");

        run.Error.ShouldBe("jarpoint: the index of classes is not there: every description is read instead, which takes longer\n");
        run.Lines[^1].ShouldBe("1 class in 3 jars; 1 with other bytes in other jars");
    }

    [Fact]
    public async Task Answers_for_an_earlier_revision()
    {
        await FillAsync();
        await catalog.DeleteAsync("jars/core-2.0.jar");
        await catalog.IndexAsync();

        (await catalog.RunAsync("find-class", "Row")).Lines[^1].ShouldBe("1 class in 2 jars; the same bytes wherever it is more than once");
        (await catalog.RunAsync("find-class", "Row", "--at", "1")).Lines[^1].ShouldBe("1 class in 3 jars; 1 with other bytes in other jars");
    }

    [Fact]
    public async Task Says_that_no_jar_has_it()
    {
        await FillAsync();
        await catalog.IndexAsync();

        var run = await catalog.RunAsync("find-class", "None");

        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
        run.Error.ShouldBe("jarpoint: None: no jar has such a class at revision 1\n");
    }

    [Fact]
    public async Task Refuses_what_is_no_name()
        => (await Invocation.RunAsync("find-class", "*")).ExitCode.ShouldBe(ExitCodes.Usage);

    private Task FillAsync() => catalog.PutAsync(
        ("jars/core-1.9.jar", Jar("1.9", "one")),
        ("jars/core-1.10.jar", Jar("1.10", "one")),
        ("jars/core-2.0.jar", Jar("2.0", "two")));

    private static byte[] Jar(string version, string content) => JarFile.With(
        ("META-INF/maven/org.example/core/pom.properties", $"groupId=org.example\nartifactId=core\nversion={version}\n"),
        ("org/example/Row.class", content));
}
