using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Instances;

/// <summary>A running instance of a Karpenter node pool of our cluster.</summary>
/// <param name="Id">Instance.</param>
/// <param name="Pool">Value of its tag <c>karpenter.sh/nodepool</c>.</param>
/// <param name="LaunchedAt">EC2's launch time.</param>
public sealed record PoolInstance(InstanceId Id, string Pool, DateTimeOffset LaunchedAt);
