using System.Text.Json.Nodes;
using Jarpoint.Cdk.Tests.Synthesis;
using Jarpoint.Tests;

namespace Jarpoint.Cdk.Tests;

/// <summary>Every template against the schemas of CloudFormation's resources, warnings included.</summary>
public sealed class TemplateValidationTests(Synthesized synthesized)
{
    /// <summary>Findings that are wrong here, by rule and resource type, each with the reason.</summary>
    private static readonly (string Rule, string Resource, string Why)[] Accepted =
    [
        ("W9002", "ControlPlaneAdministrator", "An administrator was there before the stack; nothing in it refers to him."),
    ];

    /// <summary>A mistake of each class, in which stack, and what the finding must name.</summary>
    private static readonly (string Name, string Stack, string Expected, Action<JsonObject> Seed)[] Seeds =
    [
        ("property", Options.Ssm, "RetentionInDay", t => Rename(t, "ClusterLogs", "RetentionInDays", "RetentionInDay")),
        ("reference", Options.Ssm, "Nobody", t => Set(t, "ClusterFunction", "Role", JsonNode.Parse("""{"Fn::GetAtt":["Nobody","Arn"]}"""))),
        ("enum", Options.DemoArm64, "AL2023_ARM", t => Set(t, "CoreNodesGroup", "AmiType", "AL2023_ARM")),
        ("type", Options.DemoArm64, "MinSize", t => Set(t, "CoreNodesGroup", "ScalingConfig", JsonNode.Parse("""{"MinSize":"two"}"""))),
        ("required", Options.DemoArm64, "RoleArn", t => Rename(t, "ControlPlaneCluster", "RoleArn", null)),
    ];

    /// <summary>Both kinds in one run: the engine takes longer to start than all templates take together.</summary>
    [Fact]
    public async Task Every_template_is_what_cloudformation_takes_and_every_seeded_mistake_is_not()
    {
        var sound = synthesized.Stacks.Select(stack => Write(stack.Name, DeployedTemplate.Of(stack.Json))).ToList();
        var seeded = Seeds.Select(Seeded).ToList();

        var findings = await FindingsAsync([.. sound, .. seeded]);

        findings.Where(finding => !finding.Contains("/seeded-", StringComparison.Ordinal)).ShouldBeEmpty();
        foreach (var (name, _, expected, _) in Seeds)
        {
            findings.ShouldContain(
                finding => finding.Contains($"/seeded-{name}.json", StringComparison.Ordinal)
                    && finding.Contains(expected, StringComparison.Ordinal),
                $"seed '{name}' is not among:\n{string.Join('\n', findings)}");
        }
    }

    private string Seeded((string Name, string Stack, string Expected, Action<JsonObject> Seed) one)
    {
        var template = DeployedTemplate.Of(synthesized[one.Stack].Json);
        one.Seed(template);
        return Write($"seeded-{one.Name}", template);
    }

    private static void Set(JsonObject template, string resource, string property, JsonNode? value) =>
        Properties(template, resource)[property] = value;

    private static void Rename(JsonObject template, string resource, string property, string? name)
    {
        var properties = Properties(template, resource);
        var value = properties[property]!.DeepClone();
        properties.Remove(property);
        if (name is not null)
            properties[name] = value;
    }

    // CDK puts eight digits behind what a construct is called.
    private static JsonObject Properties(JsonObject template, string resource) =>
        template["Resources"]!.AsObject().Single(one => one.Key[..^8] == resource).Value!["Properties"]!.AsObject();

    private static async Task<List<string>> FindingsAsync(params string[] paths) =>
        [.. (await TestTool.RunAsync("cloudformation", paths)).Select(finding => finding.AsObject()).Where(Matters).Select(Text)];

    private static bool Matters(JsonObject finding) => !Accepted.Any(one =>
        one.Rule == (string?)finding["rule"]
        && ((string?)finding["resource"])?.StartsWith(one.Resource, StringComparison.Ordinal) == true);

    private static string Text(JsonObject finding) => finding.ToJsonString();

    private string Write(string name, JsonObject template)
    {
        var path = Path.Combine(synthesized.NewFolder("deployed"), $"{name}.json");
        File.WriteAllText(path, template.ToJsonString());
        return path;
    }
}
