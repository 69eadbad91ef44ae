namespace Jarpoint.Catalog.Classes;

/// <summary>Sizes of the index of classes.</summary>
public sealed record ClassIndexOptions
{
    /// <summary>
    /// Copies of classes that the recent part may hold. A publication rewrites that part; when it is full, all others are
    /// rewritten once.
    /// </summary>
    public int RecentCopies { get; init; } = 150_000;

    /// <summary>Keys that may have changed since the other parts were written.</summary>
    public int ChangedKeys { get; init; } = 2_000;

    /// <summary>Copies of classes in one of the other parts: what a reader fetches for one name.</summary>
    public int PartCopies { get; init; } = 150_000;
}
