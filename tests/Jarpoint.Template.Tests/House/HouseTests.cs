using System.Text.Json.Nodes;
using Jarpoint.Template.Resolving;
using Jarpoint.Template.Tests.Tools;
using Jarpoint.Tests;

namespace Jarpoint.Template.Tests.House;

public sealed class HouseTests(CheckedTemplates checks) : IClassFixture<CheckedTemplates>
{
    public static TheoryData<string> Mistakes => [.. SeededMistakes.All.Select(static mistake => mistake.Name)];

    [Fact]
    public void Nobody_finds_anything_in_the_template()
        => checks.Findings[CheckedTemplates.Whole].ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_seeded_mistake_is_found_by_who_looks_for_it(string name)
    {
        var mistake = SeededMistakes.All.Single(each => each.Name == name);

        checks.Findings[name].ShouldContain(
            found => found.Check == mistake.Check
                && found.Place.Contains(mistake.Place)
                && found.Message.Contains(mistake.Words),
            string.Join('\n', checks.Findings[name]));
    }

    // The validator follows the defaults of parameters into branches they exclude; resolved, there are no branches.
    [Fact]
    public async Task The_smallest_and_the_largest_deployment_are_valid_as_they_come_out()
    {
        using var scratch = new ScratchFolder();
        var files = new[] { Deployments.Least, Deployments.Most }
            .Select((deployment, index) => scratch.Write($"{index}.json", Literal(ApplicationTemplate.Resolve(deployment))));

        var findings = await TestTool.RunAsync("cloudformation", files);

        findings.Where(static found => !IsOfLiterals(found)).Select(static found => found.ToJsonString()).ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_catalogs_log_and_commands_lead_from_one_function_to_another()
        => Recursion.Edges(ApplicationTemplate.Resolve(Deployments.Most)).Order().ShouldBe(
        [
            ("CatalogJars", "PublishCatalog"),
            ("MountNodes", "RecordMounts"),
            ("PublishCatalog", "RecordMounts"),
            ("SweepNodes", "RecordMounts"),
        ]);

    [Fact]
    public void Without_a_cluster_nothing_is_left_of_the_nodes()
    {
        var least = ApplicationTemplate.Resolve(Deployments.Least);

        least.OfType("AWS::Lambda::Function").Select(static function => function.Id)
            .ShouldBe(["CatalogJars", "PublishCatalog"]);
        least.Outputs.Keys.ShouldBe(["BucketName", "ReadJarsPolicy", "UploadJarsPolicy"]);
        HouseRules.Findings(least).ShouldNotContain(static found => !found.Message.StartsWith("no alarm"));
        Recursion.Findings(least).ShouldBeEmpty();
    }

    [Fact]
    public void The_dashboard_is_json_with_and_without_a_cluster()
    {
        foreach (var (deployment, widgets) in new[] { (Deployments.Least, 4), (Deployments.Most, 9) })
        {
            var body = ApplicationTemplate.Resolve(deployment).Resource("Dashboard").Text("DashboardBody");

            JsonNode.Parse(body)!["widgets"]!.AsArray().Count.ShouldBe(widgets);
            body.ShouldNotContain("${");
        }
    }

    private static string Literal(ResolvedTemplate template)
    {
        var resources = new JsonObject();
        foreach (var (id, resource) in template.Resources)
        {
            resources[id] = new JsonObject
            {
                ["Type"] = resource.Type,
                ["Properties"] = resource.Properties.DeepClone(),
            };
        }

        return new JsonObject { ["Resources"] = resources }.ToJsonString();
    }

    // These ask for references where a resolved template has literals: ARNs, numbers as text, names of regions.
    private static bool IsOfLiterals(JsonNode found) => found["rule"]!.ToString() is "W9002" or "W9003" or "W9013";
}
