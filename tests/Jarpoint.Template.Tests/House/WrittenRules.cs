using System.Text.Json.Nodes;

namespace Jarpoint.Template.Tests.House;

/// <summary>Rules that are read off the template as it is written.</summary>
internal static class WrittenRules
{
    private static readonly HashSet<string> PhysicalNames = new(StringComparer.Ordinal)
    {
        "AlarmName", "BucketName", "DashboardName", "LogGroupName", "ManagedPolicyName", "Name", "QueueName", "RoleName",
    };

    public static IEnumerable<Finding> Findings(JsonObject expanded)
        => Resources(expanded).Concat(Parameters(expanded["Parameters"]!.AsObject()));

    private static IEnumerable<Finding> Resources(JsonObject expanded)
    {
        foreach (var (id, resource) in expanded["Resources"]!.AsObject())
        {
            var properties = resource!["Properties"]?.AsObject() ?? [];
            var type = resource["Type"]!.ToString();
            foreach (var name in properties.Select(static property => property.Key).Where(PhysicalNames.Contains))
            {
                yield return new Finding("house", id, $"{name} keeps the stack from being there twice");
            }

            if (type == "AWS::Lambda::Function" && properties.ContainsKey("FunctionName"))
            {
                yield return new Finding("house", id, "FunctionName keeps the stack from being there twice");
            }

            if (type == "AWS::S3::Bucket" && (resource["DeletionPolicy"]?.ToString() != "Retain"
                || resource["UpdateReplacePolicy"]?.ToString() != "Retain"))
            {
                yield return new Finding("house", id, "a bucket outlives its stack");
            }
        }
    }

    private static IEnumerable<Finding> Parameters(JsonObject parameters)
    {
        foreach (var (name, parameter) in parameters)
        {
            if (parameter!["Description"] is null || parameter["ConstraintDescription"] is null
                || (parameter["AllowedPattern"] ?? parameter["AllowedValues"] ?? parameter["MinValue"]) is null)
            {
                yield return new Finding("house", name, "a parameter is described and bounded");
            }
        }
    }
}
