using System.Text.Json.Nodes;
using Jarpoint.NodeDocument;
using Jarpoint.Template;
using Jarpoint.Template.Resolving;
using Jarpoint.Template.Sam;

namespace Jarpoint.Cdk.Application;

/// <summary>Values for every parameter of <c>template.yaml</c>: those given, else the template's own defaults.</summary>
/// <remarks>
/// None is left to CloudFormation: <c>cdk deploy</c> keeps the values a stack was deployed with before, and a new default
/// would never arrive. So what CloudFormation would refuse must be refused here.
/// docs/decisions/0037-the-stack-binds-every-parameter.md
/// </remarks>
internal static class TemplateParameters
{
    /// <summary>Beside the assembly; the build copies <c>template.yaml</c> there, since CfnInclude wants a file.</summary>
    public static string TemplateFile { get; } = Path.Combine(AppContext.BaseDirectory, "template.yaml");

    /// <exception cref="TemplateException">One is unknown or not allowed; the message names it.</exception>
    public static SortedDictionary<string, string> Bind(IReadOnlyDictionary<string, string> given)
    {
        TemplateResolver.Resolve(ApplicationTemplate.Expand(new FunctionCode("bucket", "key")), new StackDeployment
        {
            Parameters = given,
            Includes = new Dictionary<string, JsonNode>
            {
                ["artifacts/documents/mount.json"] = JsonNode.Parse(CommandDocument.Mount())!,
                ["artifacts/documents/care.json"] = JsonNode.Parse(CommandDocument.Care())!,
            },
        });
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, parameter) in ApplicationTemplate.Parse()["Parameters"]!.AsObject())
            values[name] = given.GetValueOrDefault(name) ?? parameter!["Default"]!.ToString();
        return values;
    }
}
