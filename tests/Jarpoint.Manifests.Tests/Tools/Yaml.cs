using YamlDotNet.RepresentationModel;

namespace Jarpoint.Manifests.Tools;

/// <summary>Reads manifests as trees of text: enough to compare what stands in them.</summary>
internal static class Yaml
{
    public static IReadOnlyList<YamlMappingNode> Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(document => (YamlMappingNode)document.RootNode)];
    }

    public static YamlMappingNode Of(string text, string kind, string name)
        => Read(text).Single(each => each.Text("kind") == kind && each.Text("metadata", "name") == name);

    public static YamlNode At(this YamlNode node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            node = node is YamlSequenceNode list
                ? list.Children[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]
                : ((YamlMappingNode)node).Children[new YamlScalarNode(name)];
        }

        return node;
    }

    public static string Text(this YamlNode node, params ReadOnlySpan<string> path)
        => ((YamlScalarNode)node.At(path)).Value ?? "";

    public static IEnumerable<string> Texts(this YamlNode node, params ReadOnlySpan<string> path)
        => ((YamlSequenceNode)node.At(path)).Children.Select(static each => ((YamlScalarNode)each).Value ?? "");

    public static Dictionary<string, string> Map(this YamlNode node, params ReadOnlySpan<string> path)
        => ((YamlMappingNode)node.At(path)).Children.ToDictionary(
            static pair => ((YamlScalarNode)pair.Key).Value!, static pair => ((YamlScalarNode)pair.Value).Value ?? "");
}
