using System.Text.Json.Nodes;
using Jarpoint.Template.Resolving;
using Jarpoint.Template.Tests.Tools;
using Jarpoint.Tests;

namespace Jarpoint.Template.Tests.House;

/// <summary>Every check there is of a template.</summary>
internal static class TemplateChecks
{
    private static readonly HashSet<string> OfNetworkInterfaces = new(StringComparer.Ordinal)
    {
        "ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface",
        "ec2:UnassignPrivateIpAddresses",
    };

    /// <summary>Findings by template; the validators start once for all of them.</summary>
    public static async Task<ILookup<string, Finding>> RunAsync(
        IReadOnlyList<TemplateUnderTest> templates, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        var files = templates.Where(static template => template.Expanded is not null)
            .ToDictionary(template => scratch.Write($"{template.Name}.json", template.Text()), static template => template.Name);
        var syntax = TestTool.RunAsync("cloudformation", files.Keys);
        var policies = TestTool.RunAsync("iam", files.Keys);
        return templates.SelectMany(static template => Own(template).Select(finding => (template.Name, finding)))
            .Concat((await syntax).Select(found => (Name: Template(found), finding: new Finding(
                "cloudformation", $"{found["resource"]} {found["path"]}", $"{found["rule"]} {found["message"]}"))))
            .Concat((await policies).Where(IsMistake).Select(found => (Name: Template(found), finding: new Finding(
                "iam", $"{found["resource"]}", $"{found["kind"]} {found["action"]} {found["message"]}"))))
            .ToLookup(static pair => pair.Name, static pair => pair.finding);

        string Template(JsonNode found) => files[found["file"]!.ToString()];
    }

    private static IEnumerable<Finding> Own(TemplateUnderTest template)
        => (template.Fault is { } fault ? [new Finding("reading", template.Name, fault)] : Array.Empty<Finding>())
            .Concat(template.Expanded is { } expanded ? WrittenRules.Findings(expanded) : [])
            .Concat(template.Most is { } most ? Resolved(most) : []);

    private static IReadOnlyList<Finding> Resolved(ResolvedTemplate template)
    {
        try
        {
            return [.. HouseRules.Findings(template), .. Recursion.Findings(template)];
        }
        catch (TemplateException e)
        {
            return [new Finding("house", e.Place, e.Message)];
        }
    }

    // A refusal may name everything; and these cannot be narrowed to what does not exist yet, or by Lambda's own rules.
    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
    private static bool IsMistake(JsonNode found)
        => !(found["kind"]!.ToString() == "wildcard" && found["message"]!.ToString().StartsWith("Deny", StringComparison.Ordinal))
            && !(found["kind"]!.ToString() == "resource" && OfNetworkInterfaces.Contains(found["action"]!.ToString()));
}
