using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Jarpoint.Cdk.Application;

/// <summary>One parameter of <c>template.yaml</c>, and what CloudFormation would refuse for it.</summary>
internal sealed class TemplateParameter(YamlMappingNode definition)
{
    public string Default => Text("Default") ?? throw new InvalidOperationException("A parameter has no default.");

    /// <returns>Null when CloudFormation would take the value.</returns>
    public string? Fault(string value)
    {
        var wrong = (Text("AllowedPattern") is { } pattern && !Regex.IsMatch(value, $"\\A(?:{pattern})\\z"))
            || (List("AllowedValues") is { } allowed && !allowed.Contains(value))
            || (Text("MaxLength") is { } length && value.Length > Number(length))
            || (Text("Type") == "Number" && !IsInRange(value));
        return wrong ? $"'{value}' {Text("ConstraintDescription") ?? "is not allowed"}" : null;
    }

    private bool IsInRange(string value) =>
        double.TryParse(value, CultureInfo.InvariantCulture, out var number)
        && !(Text("MinValue") is { } least && number < Number(least))
        && !(Text("MaxValue") is { } most && number > Number(most));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private string? Text(string key) => (Node(key) as YamlScalarNode)?.Value;

    private List<string>? List(string key) =>
        (Node(key) as YamlSequenceNode)?.Children.Select(item => ((YamlScalarNode)item).Value!).ToList();

    private YamlNode? Node(string key) => definition.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
}
