using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Reading;

/// <summary>One key that differs between two revisions.</summary>
/// <param name="Kind">How.</param>
/// <param name="Before">Null when it was added.</param>
/// <param name="After">Null when it was removed.</param>
public sealed record CatalogChange(CatalogChangeKind Kind, CatalogFact? Before, CatalogFact? After)
{
    public string Key => (After ?? Before)!.Key;

    internal static CatalogChange? Of(CatalogFact? before, CatalogFact? after) => (before, after) switch
    {
        (null, null) => null,
        (null, _) => new CatalogChange(CatalogChangeKind.Added, null, after),
        (_, null) => new CatalogChange(CatalogChangeKind.Removed, before, null),
        _ when (before.ETag, before.VersionId, before.Size) != (after.ETag, after.VersionId, after.Size)
            => new CatalogChange(CatalogChangeKind.Replaced, before, after),
        _ when before.Jar?.Description != after.Jar?.Description || before.Rejection != after.Rejection
            => new CatalogChange(CatalogChangeKind.Redescribed, before, after),
        _ => null,
    };
}

public enum CatalogChangeKind
{
    Added,
    Removed,

    /// <summary>Another object version under the same key.</summary>
    Replaced,

    /// <summary>The same object, about which a later reader says something else.</summary>
    Redescribed,
}
