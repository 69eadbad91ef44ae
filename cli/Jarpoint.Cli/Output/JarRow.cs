namespace Jarpoint.Cli.Output;

/// <summary>One line of the table of jars; null is unknown and prints as nothing.</summary>
internal sealed record JarRow(string Place)
{
    public string? Coordinates { get; init; }

    public string? Evidence { get; init; }

    public string? Java { get; init; }

    public string? Scala { get; init; }

    public int? Classes { get; init; }

    public long? Size { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Reason of a rejection, or null for a described jar.</summary>
    public string? Rejection { get; init; }
}
