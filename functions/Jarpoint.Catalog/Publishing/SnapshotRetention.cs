using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Publishing;

/// <summary>
/// Deletes snapshots that were superseded more than a day ago. Age alone says nothing: the head's snapshot may be a year
/// old and needed. See <c>docs/decisions/0034-superseded-snapshots-are-deleted.md</c>.
/// </summary>
public sealed class SnapshotRetention(IObjectStore store, CatalogLayout layout, TimeProvider time)
{
    /// <summary>For so long a reader that saw an earlier head still finds the snapshot it names.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromDays(1);

    /// <summary>More than one publication makes, so that a backlog goes away; few enough not to hold a publication up.</summary>
    public const int MostAtOnce = 20;

    /// <summary>Deletes the oldest of them. Runs may overlap, and may be killed anywhere.</summary>
    /// <param name="head">The revision the head names. Its snapshot stays, and so does whatever follows.</param>
    /// <param name="cancellationToken">Ends it between two deletions.</param>
    /// <returns>How many were deleted.</returns>
    /// <exception cref="ObjectAccessDeniedException">The bucket allows no deletion.</exception>
    public async Task<int> ApplyAsync(long head, CancellationToken cancellationToken)
    {
        var superseded = time.GetUtcNow() - Grace;
        var deleted = 0;
        string? previous = null;

        // In the order of revisions: a snapshot was superseded when the next one was stored.
        await foreach (var listed in store.ListAsync(layout.SnapshotPrefix, null, cancellationToken))
        {
            if (!layout.TryParseSnapshot(listed.Key, out var revision))
            {
                continue;
            }

            if (deleted == MostAtOnce || revision > head || (previous is not null && listed.LastModified > superseded))
            {
                break;
            }

            if (previous is not null)
            {
                await store.DeleteAsync(previous, cancellationToken);
                deleted++;
            }

            previous = listed.Key;
        }

        return deleted;
    }
}
