namespace Jarpoint.Functions.Cluster;

/// <summary>The API server does not know us, or does not let us; or EKS does not tell us where it is.</summary>
public sealed class KubernetesAccessDeniedException(string message) : UnauthorizedAccessException(message);
