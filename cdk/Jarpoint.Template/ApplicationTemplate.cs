using System.Text.Json.Nodes;
using Jarpoint.Template.Resolving;
using Jarpoint.Template.Sam;
using Jarpoint.Template.Yaml;

namespace Jarpoint.Template;

/// <summary>template.yaml, the one definition of the serverless application.</summary>
public static class ApplicationTemplate
{
    /// <summary>Its text.</summary>
    public static string Text { get; } = Read();

    /// <summary>
    /// The text as a tree, intrinsic functions in their long form (<c>{"Ref":"Cluster"}</c>, <c>{"Fn::GetAtt":["A","Arn"]}</c>).
    /// A new tree each time.
    /// </summary>
    public static JsonObject Parse() => TemplateYaml.Parse(Text);

    /// <summary>The template as plain CloudFormation, as the transform of SAM would leave it. A new tree each time.</summary>
    /// <param name="code">Where the executable was put.</param>
    public static JsonObject Expand(FunctionCode code) => SamExpansion.Expand(Parse(), code);

    /// <summary>What the template comes to in one deployment.</summary>
    /// <exception cref="TemplateException">A parameter is unknown or not allowed.</exception>
    public static ResolvedTemplate Resolve(StackDeployment deployment)
        => TemplateResolver.Resolve(Expand(new FunctionCode("artifacts", "bootstrap.zip")), deployment);

    private static string Read()
    {
        using var stream = typeof(ApplicationTemplate).Assembly.GetManifestResourceStream("template.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
