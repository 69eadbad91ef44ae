namespace Jarpoint.Cli.Check.Rules;

/// <summary>The job names a jar that is not there.</summary>
internal sealed class MissingJars : IRule
{
    public string Id => "jar-missing";

    public Severity Severity => Severity.Error;

    public string Source => "The catalog, or the disk, at the time of the check.";

    public IEnumerable<string> Check(CheckedJob job)
        => job.Jars.Where(static jar => jar.Fault?.Kind is CheckedJarFaultKind.Missing)
            .Select(static jar => $"{jar.Name}: {jar.Fault!.Detail}");
}
