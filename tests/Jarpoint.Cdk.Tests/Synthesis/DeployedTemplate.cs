using System.Text.Json.Nodes;
using Jarpoint.Template.Sam;

namespace Jarpoint.Cdk.Tests.Synthesis;

/// <summary>
/// A stack's template as CloudFormation works it off: functions of SAM expanded, and every condition decided, which can be
/// done here because the stacks leave no parameter open.
/// </summary>
internal static class DeployedTemplate
{
    public static JsonObject Of(JsonObject template)
    {
        var plain = template.DeepClone().AsObject();
        // CDK's own rule about its bootstrap; the expansion refuses sections that templates for SAM do not have.
        var rules = plain["Rules"]?.DeepClone();
        plain.Remove("Rules");
        if (plain.ContainsKey("Transform"))
            plain = SamExpansion.Expand(plain, new FunctionCode("bucket", "key"));
        if (rules is not null)
            plain["Rules"] = rules;

        var conditions = plain["Conditions"]?.AsObject() ?? [];
        plain.Remove("Conditions");
        foreach (var section in (string[])["Resources", "Outputs"])
        {
            var items = plain[section]?.AsObject() ?? [];
            foreach (var (id, item) in items.ToList())
            {
                if (item!["Condition"] is { } condition && !Holds(conditions, conditions[(string)condition!]!))
                    items.Remove(id);
                item.AsObject().Remove("Condition");
            }
        }

        return Decide(plain, conditions)!.AsObject();
    }

    private static JsonNode? Decide(JsonNode? node, JsonObject conditions) => node switch
    {
        JsonObject { Count: 1 } map when map["Fn::If"] is JsonArray choice =>
            Decide(choice[Holds(conditions, conditions[(string)choice[0]!]!) ? 1 : 2], conditions),
        JsonObject map => new JsonObject(map
            .Select(one => KeyValuePair.Create(one.Key, Decide(one.Value, conditions)))
            .Where(one => !IsNoValue(one.Value))),
        JsonArray list => new JsonArray([.. list.Select(item => Decide(item, conditions)).Where(item => !IsNoValue(item))]),
        null => null,
        _ => node.DeepClone(),
    };

    private static bool IsNoValue(JsonNode? node) => node is JsonObject { Count: 1 } map && (string?)map["Ref"] == "AWS::NoValue";

    private static bool Holds(JsonObject conditions, JsonNode condition)
    {
        var (function, argument) = condition.AsObject().Single();
        return function switch
        {
            "Condition" => Holds(conditions, conditions[(string)argument!]!),
            "Fn::Equals" => JsonNode.DeepEquals(argument![0], argument[1]),
            "Fn::Not" => !Holds(conditions, argument![0]!),
            "Fn::And" => argument!.AsArray().All(one => Holds(conditions, one!)),
            "Fn::Or" => argument!.AsArray().Any(one => Holds(conditions, one!)),
            _ => throw new InvalidOperationException($"{function} is not decided here."),
        };
    }
}
