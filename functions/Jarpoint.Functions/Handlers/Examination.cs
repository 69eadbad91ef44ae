using Jarpoint.Catalog.Facts;

namespace Jarpoint.Functions.Handlers;

/// <summary>What came of looking at one change.</summary>
internal abstract record Examination(PendingChange Pending)
{
    /// <summary>There is a fact to commit.</summary>
    public sealed record Found(PendingChange Pending, CatalogFact Fact) : Examination(Pending);

    /// <summary>No concern of the catalog.</summary>
    public sealed record Ignored(PendingChange Pending) : Examination(Pending);

    /// <summary>Failed for a reason that may pass, or not finished in time: the message comes again.</summary>
    public sealed record Retry(PendingChange Pending) : Examination(Pending);
}
