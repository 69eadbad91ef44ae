using Jarpoint.Catalog.Storage;

namespace Jarpoint.Conformance;

/// <summary>
/// An object store and a place in it that nobody else uses. Disposing of it deletes everything below
/// <see cref="Prefix"/>, all versions included.
/// </summary>
public abstract class StoreUnderTest : IAsyncDisposable
{
    /// <summary>The store, in a bucket with strongly consistent conditional writes.</summary>
    public abstract IObjectStore Store { get; }

    /// <summary>Unique to this test, at most 100 bytes, ending in a slash.</summary>
    public abstract string Prefix { get; }

    /// <summary>Whether the bucket has versioning enabled.</summary>
    public abstract bool Versioned { get; }

    /// <summary>Deletes an object as S3 does; returns the delete marker's version id on a versioned bucket.</summary>
    public abstract Task<string?> DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>Deletes one version or delete marker for good. Called for versioned buckets only.</summary>
    public abstract Task DeleteVersionAsync(string key, string versionId, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
