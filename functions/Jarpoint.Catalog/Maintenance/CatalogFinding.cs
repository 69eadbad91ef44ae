namespace Jarpoint.Catalog.Maintenance;

/// <summary>Something wrong with an object of the catalog.</summary>
/// <param name="Kind">What.</param>
/// <param name="Key">The object.</param>
/// <param name="Detail">A sentence for a person.</param>
public sealed record CatalogFinding(CatalogFindingKind Kind, string Key, string Detail);

public enum CatalogFindingKind
{
    /// <summary>A later commit exists: readers stop before the gap.</summary>
    CommitMissing,
    CommitUnreadable,

    /// <summary>Readers pass over it and read the log instead.</summary>
    SnapshotUnreadable,

    /// <summary>A snapshot is not the fold of the commits up to its revision.</summary>
    SnapshotDiffers,

    /// <summary>The head names a snapshot that is not there, or is not a head.</summary>
    HeadWrong,
    DescriptionMissing,
    DescriptionDamaged,
}
