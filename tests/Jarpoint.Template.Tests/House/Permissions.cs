using System.Text.Json.Nodes;
using Jarpoint.Template.Resolving;

namespace Jarpoint.Template.Tests.House;

/// <summary>What roles and managed policies allow.</summary>
internal static class Permissions
{
    public static IEnumerable<(string Action, string Resource)> OfFunction(ResolvedTemplate template, ResolvedResource function)
    {
        var name = function.Text("Role")[(function.Text("Role").LastIndexOf('/') + 1)..];
        return OfRole(template.OfType("AWS::IAM::Role").Single(role => role.Name == name));
    }

    public static IEnumerable<(string Action, string Resource)> OfRole(ResolvedResource role)
        => role.Items("Policies").SelectMany(static policy => OfDocument(policy["PolicyDocument"]!));

    /// <summary>One pair for every action and resource of every statement that allows.</summary>
    public static IEnumerable<(string Action, string Resource)> OfDocument(JsonNode document)
        =>
        from statement in document["Statement"]!.AsArray()
        where statement!["Effect"]!.ToString() == "Allow"
        from action in List(statement["Action"]!)
        from resource in List(statement["Resource"]!)
        select (action, resource);

    private static IEnumerable<string> List(JsonNode node)
        => node is JsonArray list ? list.Select(static item => item!.ToString()) : [node.ToString()];
}
