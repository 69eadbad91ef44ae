using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Conformance;

/// <summary>The nodes of a cluster and the hands of others who change them.</summary>
public abstract class ClusterUnderTest : IAsyncDisposable
{
    public abstract IClusterNodes Nodes { get; }

    /// <summary>
    /// Creates a node as described, but for uid, creation time and what admission adds; with a NodeClaim if it names
    /// one.
    /// </summary>
    /// <param name="node">Its labels follow from Pool (none when empty), Registered and Initialized.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public abstract Task AddAsync(ClusterNode node, CancellationToken cancellationToken);

    /// <summary>Somebody else puts a taint on it.</summary>
    public abstract Task TaintAsync(string node, NodeTaint taint, CancellationToken cancellationToken);

    /// <summary>Removes a node at once.</summary>
    public abstract Task RemoveAsync(string node, CancellationToken cancellationToken);

    /// <summary>Types of its conditions.</summary>
    public abstract Task<IReadOnlyList<string>> ConditionsAsync(string node, CancellationToken cancellationToken);

    /// <summary>Somebody else, such as the kubelet, writes another condition.</summary>
    public abstract Task WriteConditionAsync(string node, string type, CancellationToken cancellationToken);

    /// <summary>Events about a node.</summary>
    public abstract Task<IReadOnlyList<NodeEvent>> EventsAsync(string node, CancellationToken cancellationToken);

    public abstract Task<bool> HasClaimAsync(string nodeClaim, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
