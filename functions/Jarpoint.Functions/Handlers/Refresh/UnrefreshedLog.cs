using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Reading;

namespace Jarpoint.Functions.Handlers.Refresh;

/// <summary>Reads what was committed since the last refresh.</summary>
internal sealed class UnrefreshedLog(CatalogReader reader)
{
    /// <summary>
    /// A log that is further ahead is not read: the nodes are told of every object there is, which the refresh folds
    /// into a few recursive directories.
    /// </summary>
    private const int MostCommits = 500;

    /// <param name="refreshed">The revision the nodes know.</param>
    /// <param name="published">A revision the log has reached for certain.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Null when the nodes know everything; that costs one read.</returns>
    public async Task<UnrefreshedCommits?> ReadAsync(long refreshed, long published, CancellationToken cancellationToken)
    {
        if (published - refreshed > MostCommits)
        {
            return await EverythingAsync(refreshed, published, cancellationToken);
        }

        UnrefreshedCommits? found = null;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var commit in reader.CommitsAsync(refreshed + 1, cancellationToken))
        {
            keys.UnionWith(commit.Facts.Select(fact => fact.Key));
            found = new UnrefreshedCommits(
                commit.Revision, Earlier(found?.Oldest, commit.At), Later(found?.Newest, commit.At), keys);
        }

        return found;
    }

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;

    // Of a removed jar only its directory is missing here, and only if no other jar is left in it.
    private async Task<UnrefreshedCommits> EverythingAsync(
        long refreshed, long published, CancellationToken cancellationToken)
    {
        var oldest = await FirstAsync(refreshed + 1, cancellationToken);
        var newest = await FirstAsync(published, cancellationToken);
        var view = await reader.LatestAsync(cancellationToken);
        return new UnrefreshedCommits(
            view.Revision, oldest.At, newest.At, [.. view.Entries.Select(entry => entry.Key)]);
    }

    private async Task<CatalogCommit> FirstAsync(long revision, CancellationToken cancellationToken)
    {
        await foreach (var commit in reader.CommitsAsync(revision, cancellationToken))
        {
            return commit;
        }

        throw new UnknownRevisionException(revision, revision - 1);
    }
}
