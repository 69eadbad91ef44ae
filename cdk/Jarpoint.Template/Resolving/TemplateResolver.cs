using System.Text.Json.Nodes;

namespace Jarpoint.Template.Resolving;

/// <summary>Resolves a template of plain CloudFormation for one deployment.</summary>
public static class TemplateResolver
{
    /// <param name="template">Expanded: see <see cref="Sam.SamExpansion"/>. It stays as it is.</param>
    /// <param name="deployment">Parameters and the like.</param>
    /// <exception cref="TemplateException">
    /// A parameter is unknown, missing or not allowed; something is referred to that this deployment does not have; or the
    /// template uses what this library does not know.
    /// </exception>
    public static ResolvedTemplate Resolve(JsonObject template, StackDeployment deployment)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(deployment);
        var parameters = TemplateParameters.Read(template["Parameters"] as JsonObject ?? [], deployment);
        var conditions = new TemplateConditions(template["Conditions"] as JsonObject ?? []);
        var written = template["Resources"] as JsonObject ?? [];
        var identities = new ResourceIdentities(deployment);
        var scope = new TemplateScope(template, deployment, parameters, conditions, identities);
        conditions.Evaluate(scope);
        foreach (var (id, resource) in written)
        {
            if (conditions.Holds(resource!["Condition"]))
            {
                identities.Add(id, resource["Type"]!.GetValue<string>());
            }
        }

        return new ResolvedTemplate(Resources(written, scope), Outputs(template["Outputs"] as JsonObject ?? [], scope));
    }

    private static Dictionary<string, ResolvedResource> Resources(JsonObject written, TemplateScope scope)
    {
        var resolved = new Dictionary<string, ResolvedResource>(StringComparer.Ordinal);
        foreach (var (id, resource) in written)
        {
            if (scope.Conditions.Holds(resource!["Condition"]))
            {
                var properties = Intrinsics.Resolve(resource["Properties"], scope, $"Resources.{id}.Properties");
                resolved[id] = new ResolvedResource(
                    id, scope.Identities.Name(id), resource["Type"]!.GetValue<string>(), properties as JsonObject ?? []);
            }
        }

        return resolved;
    }

    private static Dictionary<string, string> Outputs(JsonObject written, TemplateScope scope)
    {
        var resolved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, output) in written)
        {
            if (scope.Conditions.Holds(output!["Condition"]))
            {
                resolved[name] = Intrinsics.Resolve(output["Value"], scope, $"Outputs.{name}")!.ToString();
            }
        }

        return resolved;
    }
}
