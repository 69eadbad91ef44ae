namespace Jarpoint.Catalog.Storage;

/// <summary>What was asked of an object store so far.</summary>
/// <param name="Gets">Whole reads.</param>
/// <param name="Ranges">Ranged reads.</param>
/// <param name="Heads">Metadata reads.</param>
/// <param name="Puts">Writes, refused ones included.</param>
/// <param name="Lists">Pages of listings.</param>
/// <param name="BytesRead">Content delivered.</param>
/// <param name="BytesWritten">Content received, refused writes included.</param>
/// <param name="Deletes">Objects taken away, absent ones included.</param>
/// <param name="Copies">Copies within the bucket, refused ones included.</param>
public readonly record struct StoreUsage(
    int Gets, int Ranges, int Heads, int Puts, int Lists, long BytesRead, long BytesWritten, int Deletes = 0,
    int Copies = 0)
{
    public int Requests => Gets + Ranges + Heads + Puts + Lists + Deletes + Copies;

    public static StoreUsage operator -(StoreUsage left, StoreUsage right) => left.Subtract(right);

    public StoreUsage Subtract(StoreUsage earlier) => new(
        Gets - earlier.Gets,
        Ranges - earlier.Ranges,
        Heads - earlier.Heads,
        Puts - earlier.Puts,
        Lists - earlier.Lists,
        BytesRead - earlier.BytesRead,
        BytesWritten - earlier.BytesWritten,
        Deletes - earlier.Deletes,
        Copies - earlier.Copies);

    internal StoreUsage Count(StoreVerb verb) => verb switch
    {
        StoreVerb.Get => this with { Gets = Gets + 1 },
        StoreVerb.GetRange => this with { Ranges = Ranges + 1 },
        StoreVerb.Head => this with { Heads = Heads + 1 },
        StoreVerb.Put => this with { Puts = Puts + 1 },
        StoreVerb.Delete => this with { Deletes = Deletes + 1 },
        StoreVerb.Copy => this with { Copies = Copies + 1 },
        _ => this with { Lists = Lists + 1 },
    };
}
