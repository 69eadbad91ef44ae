using System.CommandLine;

namespace Jarpoint.Cli.Resolve;

/// <summary>The options of <c>jarpoint resolve</c>.</summary>
internal sealed class ResolveOptions
{
    public const string DefaultLock = "jarpoint.lock";

    public Argument<string[]> Jars { get; } = new("JAR")
    {
        Description = "G:A:VERSION, G:A:[FROM,TO), G:A:latest, or a key. May be left out with --locked.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<string> MountedAt { get; } = Mountpoint.Option("Where the nodes show the whole bucket.");

    public Option<bool> Conf { get; } = new("--conf") { Description = "Print --conf spark.jars=… for spark-submit." };

    public Option<bool> Yaml { get; } = new("--yaml") { Description = "Print the part of a SparkApplication." };

    public Option<bool> Json { get; } = new("--json") { Description = "Print revision, keys and digests as JSON." };

    public Option<string?> Lock { get; } = new("--lock")
    {
        Description = "File that gets the revision, the keys and the digests.",
        HelpName = "FILE",
    };

    public Option<bool> Locked { get; } = new("--locked")
    {
        Description = $"Print the jars of the lock (--lock, default {DefaultLock}); exit code 1 when the catalog "
            + "no longer has them as they were, or other jars are asked for.",
    };

    /// <exception cref="UsageException">More than one form is asked for.</exception>
    public ResolveForm Form(ParseResult parsed)
        => (parsed.GetValue(Conf), parsed.GetValue(Yaml), parsed.GetValue(Json)) switch
        {
            (false, false, false) => ResolveForm.Properties,
            (true, false, false) => ResolveForm.Conf,
            (false, true, false) => ResolveForm.Yaml,
            (false, false, true) => ResolveForm.Json,
            _ => throw new UsageException("--conf, --yaml and --json: one of them"),
        };
}
