namespace Jarpoint.Functions.Cluster.Wire;

/// <summary>Labels that Karpenter puts on nodes.</summary>
internal static class NodeLabels
{
    public const string Pool = "karpenter.sh/nodepool";
    public const string Initialized = "karpenter.sh/initialized";
    public const string Registered = "karpenter.sh/registered";
}
