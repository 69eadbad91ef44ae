using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jarpoint.Catalog.Classes;

/// <summary>
/// Keeps the index from class names to jars up with the catalog. It follows the log, so that its cost is that of the
/// change; an index that is missing or damaged is made again from the catalog as it is.
/// </summary>
public sealed partial class ClassIndexer(
    IObjectStore store,
    CatalogLayout layout,
    CatalogReader reader,
    TimeProvider time,
    ClassIndexOptions? options = null,
    DescriptionCache? descriptions = null,
    ILogger<ClassIndexer>? logger = null) : IPublication
{
    private const int Races = 10;

    private readonly ClassIndexStore index = new(store, layout);
    private readonly ClassIndexRetention retention = new(store, layout, time);
    private readonly ClassChanges changes = new(reader, descriptions ?? new DescriptionCache(store, layout, time));
    private readonly ClassIndexOptions options = options ?? new ClassIndexOptions();
    private readonly BackOff backOff = new(time);
    private readonly ILogger logger = logger ?? NullLogger<ClassIndexer>.Instance;

    public string Name => "index of classes";

    /// <exception cref="CatalogContentionException">Other runs saved the index again and again.</exception>
    public async Task<bool> FollowAsync(
        PublishedCatalog catalog, CancellationToken windUp, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        if (catalog.Revision == 0)
        {
            return true;
        }

        string? damaged = null;
        for (var attempt = 0; attempt < Races; attempt++)
        {
            var found = await index.ReadAsync(cancellationToken);
            if (found is ClassIndexOutcome.Found { Index: { Folded: null, IsComplete: true } known }
                && known.Revision >= catalog.Revision)
            {
                return true;
            }

            // Whoever damaged it may have mended it since: begin anew only what is still the same.
            var anew = found is ClassIndexOutcome.Found(_, var eTag) && eTag == damaged;
            var run = Start(found, anew);
            try
            {
                return await FollowAsync(run, await catalog.ReadAsync(), windUp, cancellationToken);
            }
            catch (ClassIndexRaceException)
            {
                await backOff.DelayAsync(attempt, cancellationToken);
            }
            catch (CatalogDamagedException fault) when (found is ClassIndexOutcome.Found current && !anew)
            {
                Log.Damaged(logger, fault.Message);
                damaged = current.ETag;
            }
        }

        throw new CatalogContentionException($"{index.Prefix} was saved by others {Races} times.");
    }

    private ClassIndexRun Start(ClassIndexOutcome found, bool anew)
    {
        switch (found)
        {
            case ClassIndexOutcome.Found current when !anew:
                return ClassIndexRun.Continue(index, current);
            case ClassIndexOutcome.Found current:
                return ClassIndexRun.Begin(index, current.ETag);
            case ClassIndexOutcome.Damaged damaged:
                Log.Damaged(logger, damaged.Detail);
                return ClassIndexRun.Begin(index, damaged.ETag);
            default:
                return ClassIndexRun.Begin(index, null);
        }
    }

    private async Task<bool> FollowAsync(
        ClassIndexRun run, CatalogView view, CancellationToken windUp, CancellationToken cancellationToken)
    {
        run.StartAt(view.Revision);
        while (!run.Index.IsComplete || run.Index.Folded is not null || run.Index.Revision < view.Revision)
        {
            if (windUp.IsCancellationRequested)
            {
                return false;
            }

            if (run.Index.Folded is not null || IsFull(run.Index))
            {
                if (!await FoldAsync(run, windUp, cancellationToken))
                {
                    return false;
                }
            }
            else
            {
                var batch = await changes.TakeAsync(run.Index, view, Room(run.Index), windUp, cancellationToken);
                await run.AddAsync(batch.Index, batch.Classes, cancellationToken);
                Log.Added(logger, batch.Jars, run.Index.RecentCopies, run.Index.Revision);
            }
        }

        await retention.ApplyAsync(run.Index, cancellationToken);
        return true;
    }

    /// <summary>Folds until it is done or time is up; saves in both cases.</summary>
    private async Task<bool> FoldAsync(ClassIndexRun run, CancellationToken windUp, CancellationToken cancellationToken)
    {
        do
        {
            await run.FoldNextAsync(options.PartCopies, cancellationToken);
        }
        while (run.Index.Folded is not null && !windUp.IsCancellationRequested);

        if (run.Index.Folded is not null)
        {
            await run.SaveAsync(cancellationToken);
            return false;
        }

        Log.Folded(logger, run.Index.Parts.Count);
        return true;
    }

    private bool IsFull(ClassIndexDocument at)
        => at.RecentCopies >= options.RecentCopies || at.Changed.Count >= options.ChangedKeys;

    private (int Copies, int Keys) Room(ClassIndexDocument at)
        => (options.RecentCopies - at.RecentCopies, options.ChangedKeys - at.Changed.Count);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The index of classes is made anew: {Detail}")]
        public static partial void Damaged(ILogger logger, string detail);

        [LoggerMessage(LogLevel.Information,
            "Put the classes of {Jars} keys into the index: {Copies} recent, at revision {Revision}")]
        public static partial void Added(ILogger logger, int jars, int copies, long revision);

        [LoggerMessage(LogLevel.Information, "Folded the recent classes into {Parts} parts")]
        public static partial void Folded(ILogger logger, int parts);
    }
}
