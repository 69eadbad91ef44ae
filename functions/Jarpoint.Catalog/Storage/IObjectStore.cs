namespace Jarpoint.Catalog.Storage;

/// <summary>
/// The one port of the catalog: a bucket with conditional writes and strongly consistent reads and listings.
/// Throttling, network faults and server errors surface as exceptions after the implementation's own retries;
/// <see cref="ObjectAccessDeniedException"/> names a refused key.
/// </summary>
public interface IObjectStore
{
    /// <summary>Opens an object for one sequential read.</summary>
    Task<GetOutcome> GetAsync(ObjectReference target, CancellationToken cancellationToken);

    /// <summary>
    /// Fills <paramref name="buffer"/> from <paramref name="offset"/> with one ranged request. Bytes past the end of
    /// the object are not an error: fewer are returned.
    /// </summary>
    Task<RangeOutcome> GetRangeAsync(
        ObjectReference target, long offset, Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Metadata of an object, its stored full-object SHA-256 included where there is one.</summary>
    Task<HeadOutcome> HeadAsync(ObjectReference target, CancellationToken cancellationToken);

    /// <summary>Writes an object under a condition. A write whose answer was lost may be reported as a conflict.</summary>
    Task<PutOutcome> PutAsync(ObjectWrite write, CancellationToken cancellationToken);

    /// <summary>
    /// Takes an object away; one that is not there is no error. On a versioned bucket its versions stay, and a marker
    /// lies on top of them.
    /// </summary>
    Task DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>Current objects below a prefix in ordinal order of their UTF-8 keys, after a key if one is given.</summary>
    IAsyncEnumerable<ListedObject> ListAsync(string prefix, string? startAfter, CancellationToken cancellationToken);
}
