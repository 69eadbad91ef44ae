namespace Jarpoint.Functions.Cluster;

/// <summary>The API server, or EKS about it, failed a request, after the retries. The trigger tries again.</summary>
public class KubernetesRequestException(string message, Exception? innerException = null)
    : IOException(message, innerException);
