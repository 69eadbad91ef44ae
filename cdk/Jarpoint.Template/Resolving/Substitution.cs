using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Jarpoint.Template.Resolving;

/// <summary>
/// Fn::Sub. <c>${!Literal}</c> is left as <c>${Literal}</c>.
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
/// </summary>
internal static partial class Substitution
{
    public static string Apply(JsonNode? argument, TemplateScope scope, string place)
    {
        var (text, own) = argument switch
        {
            JsonValue value => (value.ToString(), []),
            JsonArray and [JsonValue value, JsonObject map] => (value.ToString(), map),
            _ => throw new TemplateException(place, "Fn::Sub takes a text, or a text and a map"),
        };
        return Variable().Replace(text, match => match.Groups["name"].Value switch
        {
            ['!', .. var literal] => $"${{{literal}}}",
            var name when own.TryGetPropertyValue(name, out var value) => Intrinsics.Text(value, scope, place),
            var name => Value(name, scope, place),
        });
    }

    private static string Value(string name, TemplateScope scope, string place)
        => name.Split('.', 2) is [var resource, var attribute]
            ? scope.Identities.Attribute(resource, attribute, place).ToString()
            : scope.Ref(name, place).ToString();

    [GeneratedRegex(@"\$\{(?<name>[^}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
