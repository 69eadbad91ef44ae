using System.Globalization;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Publishing;
using Jarpoint.Catalog.Reading;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Maven;

/// <summary>
/// Keeps <c>maven2/</c> a Maven repository of every jar whose coordinates are certain. What it does is the difference of
/// two revisions, begun only after the mark says which, so that a run that died is finished before anything else.
/// </summary>
public sealed class MavenRepository(
    IObjectStore store,
    IObjectCopier copier,
    CatalogLayout layout,
    CatalogReader reader,
    MavenOptions options,
    TimeProvider time,
    DescriptionCache? descriptions = null) : IPublication
{
    /// <summary>The prefix of the repository, and nobody else's.</summary>
    public const string Root = "maven2/";

    /// <summary>
    /// For so long nobody else goes to work after a run that died: longer than an invocation may take, so that it did die.
    /// </summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>Kept back of it, for hosts whose invocations end later or never.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly MavenMarks marks = new(store, layout, time);
    private readonly DescriptionCache descriptions = descriptions ?? new DescriptionCache(store, layout, time);

    public string Name => "Maven repository";

    public async Task<bool> FollowAsync(
        PublishedCatalog catalog, CancellationToken windUp, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var newest = new RepositoryPoint(catalog.Revision, options.InPlace, options.Sha256);
        var seen = await marks.ReadAsync(cancellationToken);
        if (Stands(seen.Mark, newest))
        {
            return true;
        }

        var stopAt = time.GetUtcNow() + Claim - Margin;
        if (seen.Mark.ClaimedUntil > time.GetUtcNow() || await ClaimAsync(seen, newest, cancellationToken) is not { } work)
        {
            return false;
        }

        return await WorkAsync(
            work, newest, catalog, () => windUp.IsCancellationRequested || time.GetUtcNow() > stopAt, cancellationToken);
    }

    private async Task<bool> WorkAsync(
        StoredMark work,
        RepositoryPoint newest,
        PublishedCatalog catalog,
        Func<bool> mustStop,
        CancellationToken cancellationToken)
    {
        while (work.Mark is { Target: { } target })
        {
            var from = await ContentAsync(work.Mark.Done, catalog, cancellationToken);
            var to = await ContentAsync(target, catalog, cancellationToken);
            var plan = RepositoryPlan.Between(from, to);
            var publisher = new VersionPublisher(store, copier, descriptions, plan.Sha256, time);
            var done = await new RepositoryRun(publisher, plan.Steps).GoOnAsync(work.Mark.Steps, mustStop, cancellationToken);
            var mark = work.Mark;
            var next = done < plan.Steps.Count ? mark with { Steps = done, Claim = null, ClaimedUntil = null }
                : target == newest || target.Revision > newest.Revision || mustStop() ? new MavenMark { Done = target }
                : mark with { Done = target, Target = newest, Steps = 0 };
            if (await marks.WriteAsync(next, work, cancellationToken) is not { } written)
            {
                return false;
            }

            work = written;
            if (next.Claim is null)
            {
                return Stands(next, newest);
            }
        }

        return true;
    }

    private Task<StoredMark?> ClaimAsync(StoredMark seen, RepositoryPoint newest, CancellationToken cancellationToken)
    {
        var mark = seen.Mark.Target is null ? seen.Mark with { Target = newest, Steps = 0 } : seen.Mark;
        return marks.WriteAsync(
            mark with
            {
                Claim = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
                ClaimedUntil = time.GetUtcNow() + Claim,
            },
            seen,
            cancellationToken);
    }

    private async Task<RepositoryContent> ContentAsync(
        RepositoryPoint point, PublishedCatalog catalog, CancellationToken cancellationToken)
    {
        if (point.Revision == 0)
        {
            return RepositoryContent.Empty;
        }

        var view = point.Revision == catalog.Revision
            ? await catalog.ReadAsync()
            : await reader.AtAsync(point.Revision, cancellationToken);
        return RepositoryContent.Of(view, point);
    }

    // A run that was told of an earlier revision has nothing to do: another came further.
    private static bool Stands(MavenMark mark, RepositoryPoint newest) => mark is { Target: null, Done: var done }
        && (done.Revision > newest.Revision || done == newest || newest.Revision == 0);
}
