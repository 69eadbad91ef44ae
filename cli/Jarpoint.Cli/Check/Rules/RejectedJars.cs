namespace Jarpoint.Cli.Check.Rules;

/// <summary>The job names an object that is no jar.</summary>
internal sealed class RejectedJars : IRule
{
    public string Id => "jar-rejected";

    public Severity Severity => Severity.Error;

    public string Source => "The JAR file specification: https://docs.oracle.com/en/java/javase/17/docs/specs/jar/jar.html";

    public IEnumerable<string> Check(CheckedJob job)
        => job.Jars.Where(static jar => jar.Fault?.Kind is CheckedJarFaultKind.Rejected)
            .Select(static jar => $"{jar.Name}: {jar.Fault!.Detail}");
}
