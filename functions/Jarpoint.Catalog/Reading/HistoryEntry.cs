using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Reading;

/// <summary>One fact about a key, as it was committed.</summary>
/// <param name="Revision">The commit it came with.</param>
/// <param name="CommittedAt">The writer's clock.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Shown">Whether the catalog showed this fact from that revision on.</param>
public sealed record HistoryEntry(long Revision, DateTimeOffset CommittedAt, CatalogFact Fact, bool Shown);
