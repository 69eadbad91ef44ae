using System.Text.Json.Nodes;

namespace Jarpoint.Cli.Tests.Index;

public sealed class IndexCommandTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Writes_one_json_object_a_line_with_the_documented_fields()
    {
        var path = folder.Write("core-1.2.jar", JarFile.Of("org.example", "core", "1.2"));

        var run = await Invocation.RunAsync("index", "--json", folder.Path);

        run.ExitCode.ShouldBe(0);
        var line = JsonNode.Parse(run.Lines.ShouldHaveSingleItem())!;
        ((string?)line["path"]).ShouldBe(path);
        ((string?)line["status"]).ShouldBe("described");
        ((string?)line["coordinates"]!["groupId"]).ShouldBe("org.example");
        ((string?)line["coordinates"]!["artifactId"]).ShouldBe("core");
        ((string?)line["coordinates"]!["version"]).ShouldBe("1.2");
        ((string?)line["evidence"]).ShouldBe("pomProperties");
        ((string?)line["sha256"])!.Length.ShouldBe(64);
        ((int?)line["classes"]).ShouldBe(0);
        line.AsObject().ContainsKey("reason").ShouldBeTrue();
        line.AsObject().ContainsKey("scala").ShouldBeTrue();
        line.AsObject().ContainsKey("java").ShouldBeTrue();
        line["warnings"].ShouldBeOfType<JsonArray>();
    }

    [Fact]
    public async Task A_folder_without_jars_is_something_to_know()
        => (await Invocation.RunAsync("index", folder.Path)).ShouldSatisfyAllConditions(
            static run => run.ExitCode.ShouldBe(ExitCodes.Incomplete),
            static run => run.Error.ShouldBe("jarpoint: no file ending in .jar was found\n"));

    [Fact]
    public async Task Reports_a_rejected_jar_with_its_reason_and_exit_code_one()
    {
        folder.Write("broken.jar", "this is no archive"u8);
        folder.Write("good.jar", JarFile.Of("org.example", "good", "1"));

        var run = await Invocation.RunAsync("index", "--json", folder.Path);

        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
        run.Lines.Count.ShouldBe(2);
        var broken = JsonNode.Parse(run.Lines[0])!;
        ((string?)broken["status"]).ShouldBe("rejected");
        ((string?)broken["reason"]).ShouldBe("notAnArchive");
        ((string?)broken["sha256"]).ShouldBe("66a595f0a3411c278d4bf865ce67b398870ced22c7c573258432eae6da7777bb");
    }

    [Fact]
    public async Task Shows_a_table_and_a_count_of_what_it_read()
    {
        folder.Write("core-1.2.jar", JarFile.Of("org.example", "core", "1.2"));

        var run = await Invocation.RunAsync("index", folder.Path);

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("org.example:core:1.2");
        run.Lines[^1].ShouldBe("1 described, 0 rejected");
    }

    [Fact]
    public async Task Refuses_a_path_that_does_not_exist_with_the_usage_exit_code()
    {
        var run = await Invocation.RunAsync("index", "/no/such/place");

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldBe("jarpoint: /no/such/place: no such file or folder\n");
    }

    [Fact]
    public async Task Asks_for_a_path_with_the_usage_exit_code()
    {
        var run = await Invocation.RunAsync("index");

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldContain("index");
    }

    [Fact]
    public async Task Describes_a_link_that_leads_nowhere_as_unreadable()
    {
        File.CreateSymbolicLink(Path.Combine(folder.Path, "gone.jar"), "nowhere.jar");

        var run = await Invocation.RunAsync("index", "--json", folder.Path);

        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
        ((string?)JsonNode.Parse(run.Lines.ShouldHaveSingleItem())!["reason"]).ShouldBe("unreadable");
    }
}
