using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Reading;

namespace Jarpoint.Cli.Push;

/// <summary>Waits until the catalog speaks of an object as it is now.</summary>
internal sealed class CatalogWait(CatalogReader reader, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private CatalogView? view;
    private long revision;
    private readonly Dictionary<string, (long Revision, CatalogFact Fact)> later = new(StringComparer.Ordinal);

    /// <summary>The revision and the fact; null when the time is over. One instance serves jars one after another.</summary>
    public async Task<(long Revision, CatalogFact Fact)?> ForAsync(
        string key, PushOutcome.There there, TimeSpan limit, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            await CatchUpAsync(cancellationToken);
            if (later.TryGetValue(key, out var news) && IsAbout(news.Fact, there))
            {
                return news;
            }

            // Which commit said so is in the log only; at this revision it was so.
            if (view!.TryGet(key, out var known) && IsAbout(known, there))
            {
                return (view.Revision, known);
            }

            if (clock.GetElapsedTime(began) >= limit)
            {
                return null;
            }

            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    // The snapshot once, then one small object for each commit since.
    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (view is null)
        {
            view = await reader.LatestAsync(cancellationToken);
            revision = view.Revision;
        }

        await foreach (var commit in reader.CommitsAsync(revision + 1, cancellationToken))
        {
            revision = commit.Revision;
            foreach (var fact in commit.Facts)
            {
                later[fact.Key] = (commit.Revision, fact);
            }
        }
    }

    private static bool IsAbout(CatalogFact fact, PushOutcome.There there)
        => fact.Kind is not FactKind.Removed
            && (there.VersionId is null || fact.VersionId is null
                ? fact.ETag == there.ETag
                : fact.VersionId == there.VersionId);
}
