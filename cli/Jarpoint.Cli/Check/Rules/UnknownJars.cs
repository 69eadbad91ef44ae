namespace Jarpoint.Cli.Check.Rules;

/// <summary>The job names a jar that lies where the catalog does not look, such as in the image: it is not checked.</summary>
internal sealed class UnknownJars : IRule
{
    public string Id => "jar-not-checked";

    public Severity Severity => Severity.Note;

    public string Source => "The catalog knows the bucket's jars only.";

    public IEnumerable<string> Check(CheckedJob job)
        => job.Jars.Where(static jar => jar.Fault?.Kind is CheckedJarFaultKind.Elsewhere)
            .Select(static jar => $"{jar.Name}: {jar.Fault!.Detail}");
}
