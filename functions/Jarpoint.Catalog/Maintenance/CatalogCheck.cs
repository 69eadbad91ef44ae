namespace Jarpoint.Catalog.Maintenance;

/// <summary>What a check found.</summary>
/// <param name="Revision">The last commit of the log's unbroken run.</param>
/// <param name="Commits">Commits read.</param>
/// <param name="Snapshots">Snapshots compared with the log.</param>
/// <param name="Descriptions">Long descriptions read and verified.</param>
/// <param name="Findings">Everything that is wrong; empty for a sound catalog.</param>
public sealed record CatalogCheck(
    long Revision, long Commits, long Snapshots, long Descriptions, IReadOnlyList<CatalogFinding> Findings)
{
    public bool Sound => Findings.Count == 0;
}
