using Jarpoint.Catalog.Snapshots;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Log;

/// <summary>Finds the newest commit without reading commits.</summary>
internal sealed class LogEnd(IObjectStore store, CatalogLayout layout)
{
    private readonly CatalogLog log = new(store, layout);
    private readonly HeadStore heads = new(store, layout);

    /// <summary>
    /// The last number of the unbroken run that starts at head's snapshot, or at 1 when there is no head or the log
    /// does not hold the number it names: a number is only ever written after its predecessor was seen to exist.
    /// </summary>
    public async Task<long> FindAsync(CancellationToken cancellationToken)
    {
        if (await heads.ReadAsync(cancellationToken) is HintOutcome.Found { Revision: > 0 and var revision }
            && await FindFromAsync(revision, cancellationToken) is { } end)
        {
            return end;
        }

        return await FindFromAsync(1, cancellationToken) ?? 0;
    }

    /// <summary>The last number of the run from <paramref name="first"/>; null when that one is not listed.</summary>
    public async Task<long?> FindFromAsync(long first, CancellationToken cancellationToken)
    {
        long? end = null;
        await foreach (var revision in log.ListAsync(first, cancellationToken))
        {
            if (revision != (end + 1 ?? first))
            {
                break;
            }

            end = revision;
        }

        return end;
    }
}
