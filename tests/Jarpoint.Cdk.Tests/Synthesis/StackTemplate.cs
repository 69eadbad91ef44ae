using System.Text.Json.Nodes;

namespace Jarpoint.Cdk.Tests.Synthesis;

/// <summary>The template of one stack, as CDK wrote it.</summary>
public sealed class StackTemplate(string path)
{
    public string Path => path;

    public string Name { get; } = System.IO.Path.GetFileName(path).Replace(".template.json", string.Empty, StringComparison.Ordinal);

    public JsonObject Json { get; } = JsonNode.Parse(File.ReadAllText(path))!.AsObject();

    public IEnumerable<(string Id, JsonObject Resource)> All =>
        Json["Resources"]!.AsObject().Select(one => (one.Key, one.Value!.AsObject()));

    public IEnumerable<(string Id, JsonObject Resource)> OfType(params string[] types) =>
        All.Where(one => types.Contains((string)one.Resource["Type"]!));

    /// <summary>Test names show it.</summary>
    public override string ToString() => Name;
}
