namespace Jarpoint.Cli.Check;

/// <summary>One thing that may be wrong with the jars of a job.</summary>
internal interface IRule
{
    /// <summary>Stable, in lower case with hyphens.</summary>
    string Id { get; }

    Severity Severity { get; }

    /// <summary>Where it is written that this is wrong: an address, or a sentence.</summary>
    string Source { get; }

    /// <summary>One sentence for each fault, in an order that does not change.</summary>
    IEnumerable<string> Check(CheckedJob job);
}

/// <summary>How bad a finding is.</summary>
internal enum Severity
{
    /// <summary>The job fails, or does not run with what it names.</summary>
    Error,

    /// <summary>It may work; whether it does depends on an order of the class path or on luck.</summary>
    Warning,

    /// <summary>Worth knowing; nothing has to be done.</summary>
    Note,
}
