using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Check.Rules;

/// <summary>Two jars have the same classes, byte for byte: harmless until one of them is replaced.</summary>
internal sealed class ClassCopies : IRule
{
    public string Id => "class-copy";

    public Severity Severity => Severity.Note;

    public string Source => "The CRC-32 of the class files in the jars' directories.";

    public IEnumerable<string> Check(CheckedJob job)
        => ClassOverlap.Of(job).Where(static overlap => overlap.Same.Count > 0)
            .Select(static overlap => $"{overlap.First.Label} and {overlap.Second.Label} have "
                + $"{Amount.Of(overlap.Same.Count, "class", "classes")} in common, with the same bytes: {ClassOverlap.Text(overlap.Same)}");
}
