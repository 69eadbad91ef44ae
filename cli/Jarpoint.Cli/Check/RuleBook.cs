using Jarpoint.Cli.Check.Rules;

namespace Jarpoint.Cli.Check;

/// <summary>The rules, in the order in which their findings of one severity are told.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<IRule> All { get; } =
    [
        new MissingJars(),
        new RejectedJars(),
        new ChangedJars(),
        new SeveralVersions(),
        new HadoopOfSpark(),
        new HadoopMix(),
        new SdkOfHadoop(),
        new SdkGeneration(),
        new SparkModules(),
        new ScalaMix(),
        new JavaTooNew(),
        new ClassConflicts(),
        new BuiltForSpark(),
        new ClassCopies(),
        new UnknownJars(),
    ];

    /// <summary>What all rules find, the worst first.</summary>
    public static IReadOnlyList<(Severity Severity, Finding Finding)> Check(CheckedJob job)
        => [.. All.OrderBy(static rule => rule.Severity).SelectMany(rule => rule.Check(job).Select(message =>
            (rule.Severity, new Finding(Text(rule.Severity), rule.Id, message, rule.Source))))];

    private static string Text(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
