namespace Jarpoint.Catalog.Storage;

/// <summary>Copies within the bucket of an <see cref="IObjectStore"/>, without the bytes passing through.</summary>
public interface IObjectCopier
{
    /// <summary>Stores one state of an object under another key, over what is there.</summary>
    /// <param name="source">A version, an ETag, or both: the state to copy.</param>
    /// <param name="key">Where to.</param>
    /// <param name="contentType">Of the copy.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ObjectAccessDeniedException">The source may not be read, or the key not be written.</exception>
    Task<CopyOutcome> CopyAsync(
        ObjectReference source, string key, string contentType, CancellationToken cancellationToken);
}
