using System.Globalization;
using System.Text.Json.Nodes;

namespace Jarpoint.Template.Resolving;

/// <summary>A resource of a deployment.</summary>
/// <param name="Id">Logical id.</param>
/// <param name="Name">Physical name.</param>
/// <param name="Type">Such as <c>AWS::SQS::Queue</c>.</param>
/// <param name="Properties">Literal values. Numbers that came through a parameter are text, as in CloudFormation.</param>
public sealed record ResolvedResource(string Id, string Name, string Type, JsonObject Properties)
{
    /// <summary>A property by its path, <c>RedrivePolicy.maxReceiveCount</c>; null when it is not there.</summary>
    public JsonNode? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        JsonNode? node = Properties;
        foreach (var name in path.Split('.'))
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    /// <exception cref="TemplateException">It is not there.</exception>
    public JsonNode Get(string path)
        => Find(path) ?? throw new TemplateException($"Resources.{Id}.Properties.{path}", $"this {Type} needs it");

    /// <exception cref="TemplateException">It is not there.</exception>
    public string Text(string path) => Get(path).ToString();

    /// <exception cref="TemplateException">It is not there, or no whole number.</exception>
    public int Number(string path)
        => int.TryParse(Text(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new TemplateException($"Resources.{Id}.Properties.{path}", $"{Text(path)} is no whole number");

    /// <summary>The items of a list, or the one value that stands for a list of one; none when it is not there.</summary>
    public IReadOnlyList<JsonNode> Items(string path) => Find(path) switch
    {
        null => [],
        JsonArray list => [.. list.OfType<JsonNode>()],
        { } one => [one],
    };
}
