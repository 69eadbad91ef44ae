namespace Jarpoint.Functions.Cluster.Objects;

/// <summary>The objects of the EKS cluster of a name. Nothing is called before the first use.</summary>
internal delegate IClusterObjects OpenCluster(string cluster);
