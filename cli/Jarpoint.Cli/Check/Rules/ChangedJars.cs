namespace Jarpoint.Cli.Check.Rules;

/// <summary>A jar of the lock file is gone, or is another one under the same key.</summary>
internal sealed class ChangedJars : IRule
{
    public string Id => "jar-changed";

    public Severity Severity => Severity.Error;

    public string Source => "The lock file that is compared.";

    public IEnumerable<string> Check(CheckedJob job) => job.Changed;
}
