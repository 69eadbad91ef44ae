namespace Jarpoint.Cli.Check;

/// <summary>What the rules look at.</summary>
/// <param name="Jars">The jars of the job, each once.</param>
internal sealed record CheckedJob(IReadOnlyList<CheckedJar> Jars)
{
    /// <summary>Version of Spark, or null when nobody says.</summary>
    public string? Spark { get; init; }

    /// <summary>Java release of the runtime, or null when nobody says.</summary>
    public int? Java { get; init; }

    /// <summary>How jars differ from the lock file, one sentence each.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>Jars whose coordinates are known, of some nothing else.</summary>
    public IEnumerable<CheckedJar> Identified => Jars.Where(static jar => jar.ArtifactId is not null);

    /// <summary>Jars with a description.</summary>
    public IEnumerable<CheckedJar> Described => Jars.Where(static jar => jar.Jar is not null);
}
