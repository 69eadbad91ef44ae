using Jarpoint.Jars;

namespace Jarpoint.Catalog.Maintenance;

/// <summary>Options of <see cref="CatalogRebuilder"/>.</summary>
public sealed record RebuildOptions
{
    /// <summary>Objects below this prefix are compared with the catalog; no other key is touched.</summary>
    public string Prefix { get; init; } = "jars/";

    /// <summary>Most facts in one commit.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>Most jars read at once.</summary>
    public int Parallelism { get; init; } = 8;

    /// <summary>
    /// Also describe again, under its own sequencer, what a reader older than <see cref="JarReader.Generation"/>
    /// described.
    /// </summary>
    public bool Redescribe { get; init; }
}
