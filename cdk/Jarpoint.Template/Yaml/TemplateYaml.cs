using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Jarpoint.Template.Yaml;

/// <summary>Reads a template of CloudFormation in YAML.</summary>
public static class TemplateYaml
{
    /// <summary>The template as a tree, every intrinsic function in its long form.</summary>
    /// <exception cref="TemplateException">
    /// It is not YAML, names a key twice, or uses what CloudFormation does not take: aliases, several documents, a tag
    /// that is no intrinsic function.
    /// </exception>
    public static JsonObject Parse(string text)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(text);
            stream.Load(reader);
        }
        catch (YamlException e)
        {
            throw new TemplateException(Line(e.Start), e.Message);
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? (JsonObject)Convert(root, new(ReferenceEqualityComparer.Instance))!
            : throw new TemplateException("line 1", "a template is one document with one mapping");
    }

    /// <param name="node">Any node.</param>
    /// <param name="seen">Nodes seen so far, by reference: the reader puts the same node in the place of an alias.</param>
    private static JsonNode? Convert(YamlNode node, HashSet<YamlNode> seen)
    {
        if (!seen.Add(node))
        {
            throw new TemplateException(Line(node.Start), "CloudFormation knows no aliases");
        }

        JsonNode? value = node switch
        {
            YamlScalarNode scalar => YamlScalar.Read(scalar),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Select(item => Convert(item, seen))]),
            YamlMappingNode mapping => Mapping(mapping, seen),
            _ => throw new TemplateException(Line(node.Start), "this kind of node is not known"),
        };
        return node.Tag is { IsEmpty: false, IsLocal: true }
            ? IntrinsicTags.Apply(node.Tag.Value, value, Line(node.Start))
            : value;
    }

    private static JsonObject Mapping(YamlMappingNode mapping, HashSet<YamlNode> seen)
    {
        var result = new JsonObject();
        foreach (var (key, value) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { } name })
            {
                throw new TemplateException(Line(key.Start), "a key is a word");
            }

            result.Add(name, Convert(value, seen));
        }

        return result;
    }

    private static string Line(Mark mark) => string.Create(CultureInfo.InvariantCulture, $"line {mark.Line}");
}
