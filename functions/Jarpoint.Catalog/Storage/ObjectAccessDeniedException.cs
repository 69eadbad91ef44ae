namespace Jarpoint.Catalog.Storage;

/// <summary>The store refused access to a key. Not a fact about the object: it is retried, then dead-lettered.</summary>
public sealed class ObjectAccessDeniedException(string message, Exception? innerException = null)
    : UnauthorizedAccessException(message, innerException);
