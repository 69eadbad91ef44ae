using Jarpoint.Catalog.Json;
using Jarpoint.Catalog.Snapshots;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Catalog.Publishing;

/// <summary>How far a publication came, as an object beside the catalog.</summary>
internal sealed class RevisionMark(IObjectStore store, string key) : RevisionHint<MarkDocument>(store, key, Wire.Mark)
{
    /// <returns>The mark as it is now; null when somebody else wrote meanwhile.</returns>
    public async Task<HintOutcome?> MoveAsync(long revision, HintOutcome seen, CancellationToken cancellationToken)
        => await WriteAsync(revision, seen, cancellationToken) is PutOutcome.Stored(var eTag, _)
            ? new HintOutcome.Found(revision, eTag)
            : null;
}
