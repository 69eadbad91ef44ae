using System.Text.Json.Nodes;
using Jarpoint.Template.Resolving;
using Jarpoint.Template.Sam;

namespace Jarpoint.Template.Tests.House;

/// <summary>A template, whole or with a mistake in it, as far as it can be read.</summary>
internal sealed class TemplateUnderTest
{
    public TemplateUnderTest(string name, JsonObject written)
    {
        Name = name;
        try
        {
            Expanded = SamExpansion.Expand(written, new FunctionCode("artifacts", "bootstrap.zip"));
            Most = TemplateResolver.Resolve(Expanded, Deployments.Most);
        }
        catch (TemplateException e)
        {
            Fault = e.Message;
        }
    }

    public string Name { get; }

    public JsonObject? Expanded { get; }

    /// <summary>With every option; null where it cannot be resolved.</summary>
    public ResolvedTemplate? Most { get; }

    /// <summary>What our own reading of it says.</summary>
    public string? Fault { get; }

    /// <summary>
    /// For the validators: expanded, with the values of every option as defaults, so that no branch of a condition is
    /// judged by a value it excludes.
    /// </summary>
    public string Text()
    {
        var template = (JsonObject)Expanded!.DeepClone();
        foreach (var (name, value) in Deployments.EveryOption)
        {
            template["Parameters"]![name]!["Default"] = value;
        }

        return template.ToJsonString();
    }
}
