namespace Jarpoint.Functions.Storage;

/// <summary>S3 failed a request for a reason that may pass, after the SDK's own retries.</summary>
public sealed class S3RequestException(string message, Exception innerException)
    : IOException(message, innerException);
