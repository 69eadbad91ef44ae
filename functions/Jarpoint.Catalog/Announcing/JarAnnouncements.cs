using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Snapshots;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Announcing;

/// <summary>
/// Tells of every event at least once, in the order of commits: the log is the outbox, and a mark beside the catalog says
/// up to where it was told. Without a mark it begins at the revision that is published. See
/// <c>docs/decisions/0059-events-are-told-from-the-log.md</c>.
/// </summary>
public sealed class JarAnnouncements(
    IObjectStore store, CatalogLayout layout, CatalogReader reader, IJarAnnouncer announcer) : IPublication
{
    /// <summary>Told before the mark is moved: what at most is told twice when one of them is not taken.</summary>
    private const int Together = 100;

    private readonly RevisionMark mark = new(store, layout.Root + "announced.json");

    public string Name => "announcement of events";

    public async Task<bool> FollowAsync(
        PublishedCatalog catalog, CancellationToken windUp, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var seen = await mark.ReadAsync(cancellationToken);
        if (seen is not HintOutcome.Found { Revision: var told })
        {
            return await mark.MoveAsync(catalog.Revision, seen, cancellationToken) is not null;
        }

        return told >= catalog.Revision || await TellAsync(told, seen, catalog.Revision, windUp, cancellationToken);
    }

    private async Task<bool> TellAsync(
        long told, HintOutcome seen, long newest, CancellationToken windUp, CancellationToken cancellationToken)
    {
        var events = new JarEvents((await reader.AtAsync(told, cancellationToken)).State);
        var untold = new List<JarEvent>();
        await foreach (var commit in reader.CommitsAsync(told + 1, cancellationToken))
        {
            untold.AddRange(events.Of(commit));
            var isLast = commit.Revision >= newest;
            var stops = isLast || windUp.IsCancellationRequested;
            if (untold.Count < Together && !stops)
            {
                continue;
            }

            await announcer.AnnounceAsync(untold, cancellationToken);
            untold.Clear();

            // Refused: another run tells the same events. It goes on.
            if (await mark.MoveAsync(commit.Revision, seen, cancellationToken) is not { } moved)
            {
                return false;
            }

            seen = moved;
            if (stops)
            {
                return isLast;
            }
        }

        return false;
    }
}
