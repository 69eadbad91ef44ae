namespace Jarpoint.Catalog.Announcing;

/// <summary>Events could not be told; the message says of which target and why.</summary>
public sealed class NotAnnouncedException(string message, Exception? innerException = null)
    : Exception(message, innerException);
