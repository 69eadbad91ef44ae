using Jarpoint.Catalog.Reading;

namespace Jarpoint.Catalog.Publishing;

/// <summary>What came of publishing.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>The head names this revision or a later one, and this revision has a snapshot.</summary>
    /// <param name="View">What was folded.</param>
    /// <param name="Commits">Commits since the snapshot the head named before.</param>
    public sealed record Published(CatalogView View, long Commits) : PublishOutcome;

    /// <summary>The log has nothing past the head.</summary>
    public sealed record NothingNew(long Revision) : PublishOutcome;
}
