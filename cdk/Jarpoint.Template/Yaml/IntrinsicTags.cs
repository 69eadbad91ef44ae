using System.Text.Json.Nodes;

namespace Jarpoint.Template.Yaml;

/// <summary>
/// The short forms of intrinsic functions.
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
/// </summary>
internal static class IntrinsicTags
{
    private static readonly Dictionary<string, string> LongForms = new(StringComparer.Ordinal)
    {
        ["!Ref"] = "Ref",
        ["!Condition"] = "Condition",
        ["!And"] = "Fn::And",
        ["!Base64"] = "Fn::Base64",
        ["!Equals"] = "Fn::Equals",
        ["!FindInMap"] = "Fn::FindInMap",
        ["!GetAtt"] = "Fn::GetAtt",
        ["!If"] = "Fn::If",
        ["!Join"] = "Fn::Join",
        ["!Not"] = "Fn::Not",
        ["!Or"] = "Fn::Or",
        ["!Select"] = "Fn::Select",
        ["!Split"] = "Fn::Split",
        ["!Sub"] = "Fn::Sub",
        ["!Transform"] = "Fn::Transform",
    };

    /// <exception cref="TemplateException">The tag is no intrinsic function this library knows.</exception>
    public static JsonObject Apply(string tag, JsonNode? argument, string place)
        => LongForms.TryGetValue(tag, out var name)
            ? new JsonObject { [name] = name == "Fn::GetAtt" ? Attribute(argument, place) : argument }
            : throw new TemplateException(place, $"{tag} is no intrinsic function that is known here");

    // !GetAtt Resource.Attribute: attributes may hold dots, names of resources may not.
    private static JsonArray Attribute(JsonNode? argument, string place)
    {
        if (argument is JsonArray pair)
        {
            return pair;
        }

        return argument?.GetValue<string>().Split('.', 2) is [var resource, var attribute]
            ? new JsonArray(resource, attribute)
            : throw new TemplateException(place, "!GetAtt names a resource and an attribute");
    }
}
