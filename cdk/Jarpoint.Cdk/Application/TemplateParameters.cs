using YamlDotNet.RepresentationModel;

namespace Jarpoint.Cdk.Application;

/// <summary>Values for every parameter of <c>template.yaml</c>: those given, else the template's own defaults.</summary>
/// <remarks>
/// None is left to CloudFormation: <c>cdk deploy</c> keeps the values a stack was deployed with before, and a new default
/// would never arrive. So what CloudFormation would refuse must be refused here. docs/decisions/0037-every-parameter-is-bound.md
/// </remarks>
internal static class TemplateParameters
{
    /// <summary>Beside the assembly; the build copies <c>template.yaml</c> there.</summary>
    public static string TemplateFile { get; } = Path.Combine(AppContext.BaseDirectory, "template.yaml");

    /// <exception cref="ArgumentException">One or more are unknown or not allowed; the message names each.</exception>
    public static SortedDictionary<string, string> Bind(IReadOnlyDictionary<string, string> given)
    {
        var known = Read();
        var faults = given.Keys.Where(name => !known.ContainsKey(name))
            .Select(name => $"template.yaml has no parameter {name}")
            .Concat(given.Where(one => known.ContainsKey(one.Key))
                .Select(one => known[one.Key].Fault(one.Value) is { } fault ? $"{one.Key}: {fault}" : null)
                .OfType<string>())
            .ToList();
        if (faults.Count > 0)
            throw new ArgumentException(string.Join("; ", faults), nameof(given));
        return new(
            known.ToDictionary(one => one.Key, one => given.GetValueOrDefault(one.Key) ?? one.Value.Default),
            StringComparer.Ordinal);
    }

    private static Dictionary<string, TemplateParameter> Read()
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(TemplateFile);
        yaml.Load(reader);
        var parameters = (YamlMappingNode)yaml.Documents[0].RootNode["Parameters"];
        return parameters.Children.ToDictionary(
            one => ((YamlScalarNode)one.Key).Value!, one => new TemplateParameter((YamlMappingNode)one.Value));
    }
}
