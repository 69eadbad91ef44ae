using System.Text.Json.Nodes;
using Jarpoint.Cdk.Tests.Synthesis;

namespace Jarpoint.Cdk.Tests;

public sealed class DeterminismTests(Synthesized synthesized)
{
    [Fact]
    public void The_same_settings_give_the_same_templates()
    {
        var again = synthesized.Again();

        again.Select(stack => stack.Name).ShouldBe(synthesized.Stacks.Select(stack => stack.Name));
        foreach (var (first, second) in synthesized.Stacks.Zip(again))
            JsonNode.DeepEquals(first.Json, second.Json).ShouldBeTrue(first.Name);
    }

    [Fact]
    public void No_template_names_a_folder_of_the_machine_that_built_it() =>
        synthesized.Stacks.ShouldAllBe(stack => !stack.Json.ToJsonString(null).Contains(AppContext.BaseDirectory, StringComparison.Ordinal)
            && !stack.Json.ToJsonString(null).Contains("/jarpoint-cdk-", StringComparison.Ordinal));

    [Fact]
    public void No_stack_asks_for_a_look_into_the_account()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(synthesized.Folder, "manifest.json")))!;

        manifest["missing"].ShouldBeNull();
    }
}
