using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Jarpoint.Cdk.Manifests;

/// <summary>Kubernetes objects of a YAML file as JSON, with the types that kubectl gives them.</summary>
internal static partial class KubernetesYaml
{
    /// <summary>Every document of the text that is not empty, in order.</summary>
    /// <exception cref="FormatException">Not YAML, or a value that readers of YAML do not agree upon.</exception>
    public static IReadOnlyList<JsonObject> Read(string text, string source)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new FormatException($"{source}, line {e.Start.Line}: {e.Message}", e);
        }

        return [.. stream.Documents.Select(document => Convert(document.RootNode, source)).OfType<JsonObject>()];
    }

    private static JsonNode? Convert(YamlNode node, string source) => node switch
    {
        YamlMappingNode map => new JsonObject(
            map.Children.Select(child => KeyValuePair.Create(Key(child.Key, source), Convert(child.Value, source)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(child => Convert(child, source))]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar, source),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw Unclear(node, source, "aliases are not read"),
    };

    private static string Key(YamlNode key, string source) =>
        key is YamlScalarNode { Value: { } name } ? name : throw Unclear(key, source, "a key is a string");

    private static JsonValue? Plain(YamlScalarNode scalar, string source)
    {
        var value = scalar.Value ?? string.Empty;
        return value switch
        {
            "" or "~" or "null" => null,
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            _ when Ambiguous().IsMatch(value) => throw Unclear(scalar, source, $"'{value}' is not the same to every reader: quote it"),
            _ when Octal().IsMatch(value) => JsonValue.Create(System.Convert.ToInt64(value, 8)),
            _ when Integer().IsMatch(value) => JsonValue.Create(long.Parse(value, CultureInfo.InvariantCulture)),
            _ when Real().IsMatch(value) => JsonValue.Create(double.Parse(value, CultureInfo.InvariantCulture)),
            _ => JsonValue.Create(value),
        };
    }

    private static FormatException Unclear(YamlNode node, string source, string why) =>
        new($"{source}, line {node.Start.Line}: {why}.");

    // YAML 1.1, which kubectl reads, takes these for booleans, null, other bases and sexagesimal numbers; 1.2 does not.
    [GeneratedRegex("^([yY]|yes|Yes|YES|[nN]|no|No|NO|on|On|ON|off|Off|OFF|True|TRUE|False|FALSE|Null|NULL|0[xob].*|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+|[-+]?[0-9]+_[0-9_]*|[-+]?\\.(inf|nan|Inf|NaN|INF))$")]
    private static partial Regex Ambiguous();

    [GeneratedRegex("^0[0-7]+$")]
    private static partial Regex Octal();

    [GeneratedRegex("^[-+]?(0|[1-9][0-9]*)$")]
    private static partial Regex Integer();

    [GeneratedRegex("^[-+]?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$")]
    private static partial Regex Real();
}
