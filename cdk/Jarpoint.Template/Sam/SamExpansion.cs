using System.Text.Json.Nodes;

namespace Jarpoint.Template.Sam;

/// <summary>Makes plain CloudFormation of a template that uses SAM for its functions, as SAM's transform would.</summary>
public static class SamExpansion
{
    private const string Transform = "AWS::Serverless-2016-10-31";
    private const string SamPrefix = "AWS::Serverless::";
    private const string SamFunctionType = SamPrefix + "Function";

    private static readonly HashSet<string> Sections = new(StringComparer.Ordinal)
    {
        "AWSTemplateFormatVersion", "Conditions", "Description", "Globals", "Mappings", "Metadata", "Outputs", "Parameters",
        "Resources", "Transform",
    };

    /// <param name="template">As it is written; it stays as it is.</param>
    /// <param name="code">What the functions' <c>CodeUri</c> becomes.</param>
    /// <exception cref="TemplateException">
    /// A section, a type of SAM, or a property inside of Globals or a function of SAM is misspelt or not known here.
    /// </exception>
    public static JsonObject Expand(JsonObject template, FunctionCode code)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(code);
        if (template.FirstOrDefault(section => !Sections.Contains(section.Key)).Key is { } stranger)
        {
            throw new TemplateException(stranger, "templates have no such section, or it is not known here");
        }

        if (template["Transform"]?.ToString() is { } transform && transform != Transform)
        {
            throw new TemplateException("Transform", $"only {Transform} is known here");
        }

        var globals = SamGlobals.Read(template);
        var expanded = new JsonObject();
        foreach (var (section, content) in template)
        {
            if (section is not ("Transform" or "Globals"))
            {
                expanded[section] = section == "Resources"
                    ? Resources(content as JsonObject ?? [], globals, code)
                    : content?.DeepClone();
            }
        }

        return expanded;
    }

    private static JsonObject Resources(JsonObject resources, JsonObject globals, FunctionCode code)
    {
        var expanded = new JsonObject();
        foreach (var (id, resource) in resources)
        {
            var type = resource?["Type"]?.GetValue<string>()
                ?? throw new TemplateException($"Resources.{id}", "a resource has a Type");
            expanded[id] = type switch
            {
                SamFunctionType => new SamFunction(id, resource.AsObject(), globals).Expand(code),
                _ when type.StartsWith(SamPrefix, StringComparison.Ordinal)
                    => throw new TemplateException($"Resources.{id}", $"{type} is not expanded here: write plain CloudFormation"),
                _ => resource.DeepClone(),
            };
        }

        return expanded;
    }
}
