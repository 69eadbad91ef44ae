using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Check.Rules;

/// <summary>Two jars have a class of one name with other bytes.</summary>
internal sealed class ClassConflicts : IRule
{
    public string Id => "class-conflict";

    public Severity Severity => Severity.Warning;

    public string Source => "A class loader takes the first of several classes with one name: https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/net/URLClassLoader.html";

    public IEnumerable<string> Check(CheckedJob job)
        => ClassOverlap.Of(job).Where(static overlap => overlap.Differing.Count > 0)
            .Select(static overlap => $"{overlap.First.Label} and {overlap.Second.Label} have "
                + $"{Amount.Of(overlap.Differing.Count, "class", "classes")} of the same name with other bytes: {ClassOverlap.Text(overlap.Differing)}");
}
