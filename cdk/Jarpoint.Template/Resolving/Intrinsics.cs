using System.Globalization;
using System.Text.Json.Nodes;

namespace Jarpoint.Template.Resolving;

/// <summary>
/// Evaluates the intrinsic functions of values.
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
/// </summary>
internal static class Intrinsics
{
    /// <returns>A new tree without functions; null for nothing or <c>AWS::NoValue</c>.</returns>
    /// <exception cref="TemplateException">A name leads nowhere, or a function is wrong or not known here.</exception>
    public static JsonNode? Resolve(JsonNode? node, TemplateScope scope, string place)
    {
        var value = node switch
        {
            JsonObject { Count: 1 } map when Function(map) is { } name => Call(name, map[name], scope, place),
            JsonObject map => Map(map, scope, place),
            JsonArray list => List(list, scope, place),
            null => null,
            _ => node.DeepClone(),
        };
        return ReferenceEquals(value, TemplateScope.NoValue) ? null : value;
    }

    private static string? Function(JsonObject map)
        => map.First().Key is { } name && (name == "Ref" || name.StartsWith("Fn::", StringComparison.Ordinal)) ? name : null;

    private static JsonObject Map(JsonObject map, TemplateScope scope, string place)
    {
        var result = new JsonObject();
        foreach (var (name, value) in map)
        {
            if (name.StartsWith("Fn::", StringComparison.Ordinal))
            {
                throw new TemplateException(place, $"{name} stands alone or not at all");
            }

            if (Resolve(value, scope, $"{place}.{name}") is { } resolved)
            {
                result[name] = resolved;
            }
        }

        return result;
    }

    private static JsonArray List(JsonArray list, TemplateScope scope, string place)
        => new([
            .. list
                .Select((item, index) => Resolve(item, scope, string.Create(CultureInfo.InvariantCulture, $"{place}.{index}")))
                .Where(static item => item is not null),
        ]);

    private static JsonNode? Call(string name, JsonNode? argument, TemplateScope scope, string place) => name switch
    {
        "Ref" => scope.Ref(Text(argument, scope, place), place),
        "Fn::GetAtt" => argument is JsonArray { Count: 2 } pair
            ? scope.Identities.Attribute(Text(pair[0], scope, place), Text(pair[1], scope, place), place)
            : throw new TemplateException(place, "Fn::GetAtt takes a resource and an attribute"),
        "Fn::Sub" => Substitution.Apply(argument, scope, place),
        "Fn::If" => argument is JsonArray { Count: 3 } choice
            ? Resolve(choice[scope.Conditions.Holds(Text(choice[0], scope, place), place) ? 1 : 2], scope, place)
            : throw new TemplateException(place, "Fn::If takes a condition and two values"),
        "Fn::Join" => argument is JsonArray { Count: 2 } join
            ? string.Join(Text(join[0], scope, place), Texts(join[1], scope, place))
            : throw new TemplateException(place, "Fn::Join takes a delimiter and a list"),
        "Fn::Split" => argument is JsonArray { Count: 2 } split
            ? new JsonArray([
                .. Text(split[1], scope, place).Split(Text(split[0], scope, place)).Select(static part => JsonValue.Create(part)),
            ])
            : throw new TemplateException(place, "Fn::Split takes a delimiter and a text"),
        "Fn::Select" => Select(argument, scope, place),
        "Fn::FindInMap" => Find(Texts(argument, scope, place), scope, place),
        "Fn::Transform" => Include(argument, scope, place),
        _ => throw new TemplateException(place, $"{name} is not known here"),
    };

    private static JsonNode? Select(JsonNode? argument, TemplateScope scope, string place)
        => argument is JsonArray { Count: 2 } select
            && int.TryParse(Text(select[0], scope, place), CultureInfo.InvariantCulture, out var index)
            && Resolve(select[1], scope, place) is JsonArray list
            && index >= 0
            && index < list.Count
                ? list[index]?.DeepClone()
                : throw new TemplateException(place, "Fn::Select takes the number of an item and a list that has it");

    private static JsonNode Find(IReadOnlyList<string> keys, TemplateScope scope, string place)
        => keys is [var map, var first, var second]
            && ((scope.Template["Mappings"] as JsonObject)?[map] as JsonObject)?[first]?[second] is { } found
                ? found.DeepClone()
                : throw new TemplateException(place, $"there is no {string.Join('.', keys)} in Mappings");

    private static JsonNode Include(JsonNode? argument, TemplateScope scope, string place)
        => argument?["Name"]?.ToString() != "AWS::Include"
            ? throw new TemplateException(place, "AWS::Include is the only transform that is known here")
            : scope.Deployment.Includes.TryGetValue(Text(argument["Parameters"]?["Location"], scope, place), out var found)
                ? found.DeepClone()
                : throw new TemplateException(place, $"nothing was given for {argument["Parameters"]?["Location"]}");

    /// <exception cref="TemplateException">It is no text.</exception>
    public static string Text(JsonNode? node, TemplateScope scope, string place)
        => Resolve(node, scope, place) is JsonValue value
            ? value.ToString()
            : throw new TemplateException(place, "a text is needed");

    private static string[] Texts(JsonNode? node, TemplateScope scope, string place)
        => Resolve(node, scope, place) is JsonArray list
            ? [.. list.Select(item => Text(item, scope, place))]
            : throw new TemplateException(place, "a list is needed");
}
