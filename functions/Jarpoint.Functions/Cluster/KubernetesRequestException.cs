namespace Jarpoint.Functions.Cluster;

/// <summary>The API server failed a request for a reason that may pass, after the retries. The trigger retries.</summary>
public sealed class KubernetesRequestException(string message, Exception? innerException = null)
    : IOException(message, innerException);
