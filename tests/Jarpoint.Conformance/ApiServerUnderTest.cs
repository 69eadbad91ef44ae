using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Conformance;

/// <summary>An adapter over an API server, and the hands of others on the same server.</summary>
public abstract class ApiServerUnderTest(ApiServerHands hands) : ClusterUnderTest
{
    protected ApiServerHands Hands => hands;

    public override Task AddAsync(ClusterNode node, CancellationToken cancellationToken)
        => hands.AddAsync(node, cancellationToken);

    public override Task TaintAsync(string node, NodeTaint taint, CancellationToken cancellationToken)
        => hands.TaintAsync(node, taint, cancellationToken);

    public override Task RemoveAsync(string node, CancellationToken cancellationToken)
        => hands.RemoveAsync(node, cancellationToken);

    public override Task<IReadOnlyList<string>> ConditionsAsync(string node, CancellationToken cancellationToken)
        => hands.ConditionsAsync(node, cancellationToken);

    public override Task WriteConditionAsync(string node, string type, CancellationToken cancellationToken)
        => hands.WriteConditionAsync(node, type, cancellationToken);

    public override Task<IReadOnlyList<NodeEvent>> EventsAsync(string node, CancellationToken cancellationToken)
        => hands.EventsAsync(node, cancellationToken);

    public override Task<bool> HasClaimAsync(string nodeClaim, CancellationToken cancellationToken)
        => hands.HasClaimAsync(nodeClaim, cancellationToken);
}
