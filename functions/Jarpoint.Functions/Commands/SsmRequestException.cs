namespace Jarpoint.Functions.Commands;

/// <summary>
/// Systems Manager failed a request after the SDK's own retries. It is thrown on, for the trigger to retry.
/// </summary>
public sealed class SsmRequestException(string message, Exception innerException)
    : IOException(message, innerException);
