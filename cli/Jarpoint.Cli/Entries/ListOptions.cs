using System.CommandLine;

namespace Jarpoint.Cli.Entries;

/// <summary>The filters of <c>jarpoint ls</c>.</summary>
internal sealed class ListOptions
{
    public Argument<string?> Pattern { get; } = new("PATTERN")
    {
        Description = "G:A:V, each part with * and ?, parts at the end left out for any; "
            + "or part of an artifact's name or of a key.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Option<string?> Scala { get; } = new("--scala")
    {
        Description = "Only jars of this Scala binary version, such as 2.12.",
        HelpName = "VERSION",
    };

    public Option<int?> Java { get; } = new("--java")
    {
        Description = "Only jars that this Java release can load.",
        HelpName = "RELEASE",
        CustomParser = static word => WholeNumber.Parse(word, "--java", 1, 99),
    };

    public Option<string?> Provider { get; } = new("--provider")
    {
        Description = "Only jars with a service, or a class that provides one, whose name contains this. "
            + "Reads every long description that is left.",
        HelpName = "NAME",
    };

    public Option<string?> Since { get; } = new("--since")
    {
        Description = "Only entries last seen at or after a date, or within an age such as 12h, 7d or 4w.",
        HelpName = "WHEN",
    };

    public Option<string?> Before { get; } = new("--before")
    {
        Description = "Only entries last seen before a date, or longer ago than an age.",
        HelpName = "WHEN",
    };

    public Option<string?> Warning { get; } = new("--warning")
    {
        Description = "Only jars with this warning, such as mixed-scala.",
        HelpName = "CODE",
    };

    public Option<bool> Rejected { get; } = new("--rejected") { Description = "Only jars that cannot be read." };

    public EntryFilter Filter(ParseResult parsed, TimeProvider clock) => new()
    {
        Pattern = parsed.GetValue(Pattern) is { Length: > 0 } pattern ? new CoordinatePattern(pattern) : null,
        Scala = parsed.GetValue(Scala),
        Java = parsed.GetValue(Java),
        Provider = parsed.GetValue(Provider),
        Since = parsed.GetValue(Since) is { } since ? Age.Parse("--since", since, clock) : null,
        Before = parsed.GetValue(Before) is { } before ? Age.Parse("--before", before, clock) : null,
        Warning = parsed.GetValue(Warning),
        RejectedOnly = parsed.GetValue(Rejected),
    };
}
