using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Commands;

/// <summary>Whom a command goes to.</summary>
public abstract record CommandTarget
{
    /// <summary>SSM takes this many instance ids a command.</summary>
    public const int MostInstances = 50;

    /// <summary>1 to <see cref="MostInstances"/> instances, all known to SSM.</summary>
    public sealed record Listed(IReadOnlyList<InstanceId> Ids) : CommandTarget;

    /// <summary>Every managed node of our cluster's Karpenter pools, by its tags.</summary>
    /// <param name="Cluster">Value of <c>eks:eks-cluster-name</c>.</param>
    public sealed record Fleet(string Cluster) : CommandTarget;
}
