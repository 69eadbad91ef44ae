namespace Jarpoint.Functions.Cluster;

/// <summary>EKS knows no cluster of that name.</summary>
public sealed class ClusterNotFoundException(string message) : KubernetesRequestException(message);
