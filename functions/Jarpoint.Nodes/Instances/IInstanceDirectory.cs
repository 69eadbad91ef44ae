using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Instances;

/// <summary>What EC2 knows of instances.</summary>
public interface IInstanceDirectory
{
    /// <summary>
    /// Those of <paramref name="ids"/> that are running, carry <c>karpenter.sh/nodepool</c>, and whose
    /// <c>eks:eks-cluster-name</c> is <paramref name="cluster"/>. An id EC2 does not know (yet, or any more) is left out
    /// and is no error. Any number of ids, in as few calls as the API allows.
    /// </summary>
    Task<IReadOnlyList<PoolInstance>> FindAsync(
        IReadOnlyCollection<InstanceId> ids, string cluster, CancellationToken cancellationToken);
}
