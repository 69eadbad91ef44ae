using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Jarpoint.Cli.Check;

/// <summary>What a SparkApplication of the Spark operator says of its version and its jars.</summary>
/// <param name="Spark"><c>spec.sparkVersion</c>, or null.</param>
/// <param name="Jars">Addresses in the order of the file, each once.</param>
/// <param name="Packages"><c>spec.deps.packages</c>: coordinates that Spark itself resolves.</param>
internal sealed record SparkApplication(string? Spark, IReadOnlyList<string> Jars, IReadOnlyList<string> Packages)
{
    private static readonly string[] Kinds = ["SparkApplication", "ScheduledSparkApplication"];

    /// <exception cref="UsageException">The file cannot be read, or has no SparkApplication.</exception>
    public static SparkApplication Read(string path)
    {
        var stream = new YamlStream();
        try
        {
            using var text = new StreamReader(path);
            stream.Load(text);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or YamlException)
        {
            throw new UsageException($"{path}: cannot be read: {unusable.Message}");
        }

        List<YamlMappingNode> found = [.. stream.Documents
            .Select(static document => document.RootNode).OfType<YamlMappingNode>()
            .Where(static root => Kinds.Contains(Text(root, "kind")))];
        return found is [var only]
            ? Of(Map(Map(only, "spec"), "template") ?? Map(only, "spec"))
            : throw new UsageException($"{path}: one SparkApplication is needed, and there are {found.Count}");
    }

    private static SparkApplication Of(YamlMappingNode? spec)
    {
        var dependencies = Map(spec, "deps");
        var configuration = Map(spec, "sparkConf");
        var main = Text(spec, "mainApplicationFile");
        return new SparkApplication(
            Text(spec, "sparkVersion"),
            [
                .. List(dependencies, "jars")
                    .Concat(Split(Text(configuration, "spark.jars")))
                    .Concat(main is not null && main.EndsWith(".jar", StringComparison.Ordinal) ? [main] : [])
                    .Distinct(StringComparer.Ordinal),
            ],
            [.. List(dependencies, "packages").Concat(Split(Text(configuration, "spark.jars.packages"))).Distinct(StringComparer.Ordinal)]);
    }

    private static string[] Split(string? list)
        => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static YamlNode? Child(YamlMappingNode? node, string name)
        => node is not null && node.Children.TryGetValue(new YamlScalarNode(name), out var child) ? child : null;

    private static YamlMappingNode? Map(YamlMappingNode? node, string name) => Child(node, name) as YamlMappingNode;

    private static string? Text(YamlMappingNode? node, string name) => (Child(node, name) as YamlScalarNode)?.Value;

    private static IEnumerable<string> List(YamlMappingNode? node, string name)
        => (Child(node, name) as YamlSequenceNode)?.Children.OfType<YamlScalarNode>()
            .Select(static item => item.Value).OfType<string>() ?? [];
}
