using System.Reflection;
using Jarpoint.Functions.Metrics;
using Jarpoint.Functions.Options;
using Jarpoint.Nodes;

namespace Jarpoint.EndToEnd;

public sealed class OperationsDocumentTests
{
    private static readonly string Operations = Read("docs", "operations.md");

    [Fact]
    public void Lists_every_reason()
        => ConstantsOf(typeof(MountReasons)).Where(reason => !Operations.Contains($"| `{reason}` |", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Lists_every_metric()
        => ConstantsOf(typeof(MetricNames)).Where(metric => !Operations.Contains($"`{metric}`", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void The_read_me_lists_every_variable()
    {
        var readMe = Read("README.md") + Operations;
        ConstantsOf(typeof(OptionNames))
            .Where(name => name.StartsWith("JARPOINT_", StringComparison.Ordinal))
            .Where(name => !readMe.Contains($"`{name}`", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> ConstantsOf(Type type)
        => type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(static field => field.IsLiteral)
            .Select(static field => (string)field.GetRawConstantValue()!);

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([Repository.Root, .. path]));
}
