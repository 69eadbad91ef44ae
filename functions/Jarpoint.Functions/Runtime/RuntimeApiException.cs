namespace Jarpoint.Functions.Runtime;

/// <summary>
/// The Runtime API is out of reach or in a state it calls unrecoverable. The process ends and Lambda starts another.
/// </summary>
internal sealed class RuntimeApiException(string message, Exception? innerException = null)
    : Exception(message, innerException);
