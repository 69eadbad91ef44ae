using System.Collections.Concurrent;
using Jarpoint.Catalog.Describing;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Json;
using Jarpoint.Catalog.Log;
using Jarpoint.Catalog.Snapshots;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Maintenance;

/// <summary>
/// Proves a catalog whole: every number of the log is there, every snapshot is the fold of the log, and every long
/// description ever named has the content its name says. Reads everything, writes nothing.
/// </summary>
public sealed class CatalogChecker(IObjectStore store, CatalogLayout layout, TimeProvider time)
{
    private const int Parallelism = 16;

    private readonly CatalogLog log = new(store, layout);
    private readonly HeadStore heads = new(store, layout);
    private readonly SnapshotStore snapshots = new(store, layout);
    private readonly DescriptionStore descriptions = new(store, layout, time);

    public async Task<CatalogCheck> CheckAsync(CancellationToken cancellationToken)
    {
        var findings = new ConcurrentBag<CatalogFinding>();
        var digests = new HashSet<string>(StringComparer.Ordinal);
        var revisions = new HashSet<long>();
        await foreach (var revision in snapshots.ListAsync(cancellationToken))
        {
            revisions.Add(revision);
        }

        await CheckHeadAsync(revisions, findings, cancellationToken);
        var (end, commits) = await CheckLogAsync(revisions, digests, findings, cancellationToken);
        foreach (var ahead in revisions.Where(revision => revision > end))
        {
            findings.Add(new CatalogFinding(
                CatalogFindingKind.SnapshotDiffers, layout.Snapshot(ahead), $"The log ends at revision {end}."));
        }

        await CheckDescriptionsAsync(digests, findings, cancellationToken);
        CatalogFinding[] sorted = [.. findings.OrderBy(static finding => finding.Key, KeyOrder.Instance)];
        return new CatalogCheck(end, commits, revisions.Count, digests.Count, sorted);
    }

    private async Task CheckHeadAsync(
        HashSet<long> revisions, ConcurrentBag<CatalogFinding> findings, CancellationToken cancellationToken)
    {
        var detail = await heads.ReadAsync(cancellationToken) switch
        {
            HintOutcome.Damaged => "It is not a head.",
            HintOutcome.Found(var revision, _) when !revisions.Contains(revision)
                => $"It names revision {revision}, which has no snapshot.",
            _ => null,
        };
        if (detail is not null)
        {
            findings.Add(new CatalogFinding(CatalogFindingKind.HeadWrong, layout.Head, detail));
        }
    }

    /// <summary>Reads every listed commit; returns the end of the unbroken run and the number of commits.</summary>
    private async Task<(long End, long Commits)> CheckLogAsync(
        HashSet<long> revisions,
        HashSet<string> digests,
        ConcurrentBag<CatalogFinding> findings,
        CancellationToken cancellationToken)
    {
        var fold = new CatalogFold();
        var (end, commits, previous) = (0L, 0L, 0L);
        await foreach (var revision in log.ListAsync(1, cancellationToken))
        {
            if (revision > previous + 1)
            {
                findings.Add(new CatalogFinding(
                    CatalogFindingKind.CommitMissing,
                    layout.Log(previous + 1),
                    $"{revision - previous - 1} numbers are missing before revision {revision}."));
            }

            previous = revision;
            if (await TryReadAsync(revision, findings, cancellationToken) is not { } commit)
            {
                continue;
            }

            commits++;
            end = end == revision - 1 ? revision : end;
            fold.Add(commit.Facts);
            digests.UnionWith(commit.Facts.Select(static fact => fact.Jar?.Description).OfType<string>());
            if (end == revision && revisions.Contains(revision))
            {
                await CheckSnapshotAsync(revision, fold.ToState(), findings, cancellationToken);
            }
        }

        return (end, commits);
    }

    private async Task<CatalogCommit?> TryReadAsync(
        long revision, ConcurrentBag<CatalogFinding> findings, CancellationToken cancellationToken)
    {
        try
        {
            return await log.TryReadAsync(revision, cancellationToken);
        }
        catch (Exception exception) when (exception is CatalogDamagedException or UnsupportedFormatException)
        {
            findings.Add(new CatalogFinding(
                CatalogFindingKind.CommitUnreadable, layout.Log(revision), exception.Message));
            return null;
        }
    }

    private async Task CheckSnapshotAsync(
        long revision,
        CatalogState folded,
        ConcurrentBag<CatalogFinding> findings,
        CancellationToken cancellationToken)
    {
        var finding = await snapshots.ReadAsync(revision, cancellationToken) switch
        {
            SnapshotOutcome.Damaged damaged => (CatalogFindingKind.SnapshotUnreadable, damaged.Detail),
            SnapshotOutcome.Found(var state) when StateDigest.Of(state) != StateDigest.Of(folded)
                => (CatalogFindingKind.SnapshotDiffers, $"It has {state.Keys.Count} keys, the log {folded.Keys.Count}."),
            _ => ((CatalogFindingKind Kind, string Detail)?)null,
        };
        if (finding is { } found)
        {
            findings.Add(new CatalogFinding(found.Kind, layout.Snapshot(revision), found.Detail));
        }
    }

    private Task CheckDescriptionsAsync(
        HashSet<string> digests, ConcurrentBag<CatalogFinding> findings, CancellationToken cancellationToken)
        => Parallel.ForEachAsync(
            digests,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (digest, token) =>
            {
                var key = layout.Description(digest);
                switch (await descriptions.GetAsync(digest, token))
                {
                    case DescriptionOutcome.Missing:
                        findings.Add(new CatalogFinding(
                            CatalogFindingKind.DescriptionMissing, key, "A commit names it."));
                        break;
                    case DescriptionOutcome.Damaged damaged:
                        findings.Add(new CatalogFinding(
                            CatalogFindingKind.DescriptionDamaged, key, damaged.Detail));
                        break;
                }
            });
}
