using Jarpoint.Catalog.Facts;

namespace Jarpoint.Catalog.Log;

/// <summary>One entry of the log: the facts that made a revision out of the one before.</summary>
/// <param name="Id">Drawn by the writer for one append: tells its own commit from another's.</param>
/// <param name="Revision">The number in the commit's name.</param>
/// <param name="At">The writer's clock. Information for people: no order follows from it.</param>
/// <param name="Facts">In no particular order.</param>
public sealed record CatalogCommit(Guid Id, long Revision, DateTimeOffset At, IReadOnlyList<CatalogFact> Facts);
