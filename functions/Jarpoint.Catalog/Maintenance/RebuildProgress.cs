namespace Jarpoint.Catalog.Maintenance;

/// <summary>Counts of a rebuild so far; at its end, its result.</summary>
/// <param name="Listed">Jars in the listing.</param>
/// <param name="Unchanged">Jars the catalog knew as they are.</param>
/// <param name="Described">Facts about jars that were described.</param>
/// <param name="Rejected">Facts about jars that cannot be read.</param>
/// <param name="Removed">Facts about keys that are gone.</param>
/// <param name="Revision">The newest revision read or committed.</param>
public readonly record struct RebuildProgress(
    long Listed, long Unchanged, long Described, long Rejected, long Removed, long Revision);
