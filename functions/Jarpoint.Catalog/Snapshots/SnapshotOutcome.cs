using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Snapshots;

/// <summary>What reading a snapshot gave.</summary>
internal abstract record SnapshotOutcome
{
    private SnapshotOutcome()
    {
    }

    public sealed record Found(CatalogState State) : SnapshotOutcome;

    public sealed record Missing : SnapshotOutcome;

    /// <summary>There is an object, but it is not the snapshot of that revision.</summary>
    public sealed record Damaged(string Detail) : SnapshotOutcome;
}
