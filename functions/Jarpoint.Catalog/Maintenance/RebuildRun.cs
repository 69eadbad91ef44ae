using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Log;

namespace Jarpoint.Catalog.Maintenance;

/// <summary>The state of one rebuild: what is to be looked at next, and the counts so far.</summary>
internal sealed class RebuildRun(
    JarCataloguer cataloguer,
    CatalogWriter writer,
    RebuildOptions options,
    IProgress<RebuildProgress>? progress,
    long revision)
{
    private readonly List<ObjectChange> batch = [];
    private RebuildProgress counts = new(0, 0, 0, 0, 0, revision);

    public async Task AddListedAsync(ObjectChange? change, CancellationToken cancellationToken)
    {
        counts = counts with { Listed = counts.Listed + 1, Unchanged = counts.Unchanged + (change is null ? 1 : 0) };
        if (change is not null)
        {
            await AddAbsentAsync(change, cancellationToken);
        }
    }

    public async Task AddAbsentAsync(ObjectChange change, CancellationToken cancellationToken)
    {
        batch.Add(change);
        if (batch.Count >= options.BatchSize)
        {
            await CommitAsync(cancellationToken);
        }
    }

    public async Task<RebuildProgress> CompleteAsync(CancellationToken cancellationToken)
    {
        await CommitAsync(cancellationToken);
        return counts;
    }

    private async Task CommitAsync(CancellationToken cancellationToken)
    {
        var outcomes = new ExamineOutcome[batch.Count];
        await Parallel.ForAsync(
            0,
            batch.Count,
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken },
            async (i, token) => outcomes[i] = await cataloguer.ExamineAsync(batch[i], token));
        batch.Clear();
        CatalogFact[] facts = [.. outcomes.OfType<ExamineOutcome.Fact>().Select(static outcome => outcome.Value)];
        if (facts.Length > 0)
        {
            counts = counts with
            {
                Revision = await writer.AppendAsync(facts, cancellationToken),
                Described = counts.Described + facts.LongCount(static fact => fact.Kind is FactKind.Described),
                Rejected = counts.Rejected + facts.LongCount(static fact => fact.Kind is FactKind.Rejected),
                Removed = counts.Removed + facts.LongCount(static fact => fact.Kind is FactKind.Removed),
            };
        }

        progress?.Report(counts);
    }
}
