using Jarpoint.Conformance;
using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Nodes.Tests.InMemory;

public sealed class InMemoryClusterNodesTests : ClusterNodesConformance
{
    protected override Task<ClusterUnderTest> CreateAsync() => Task.FromResult<ClusterUnderTest>(new InMemory());

    private sealed class InMemory : ClusterUnderTest
    {
        private readonly InMemoryClusterNodes nodes = new();
        private int count;

        public override IClusterNodes Nodes => nodes;

        public override Task AddAsync(ClusterNode node, CancellationToken cancellationToken)
        {
            // The in-memory cluster holds nodes of pools only.
            if (node.Pool.Length > 0)
            {
                nodes.Add(node with { Uid = $"uid-{++count}" });
            }

            return Task.CompletedTask;
        }

        public override Task TaintAsync(string node, NodeTaint taint, CancellationToken cancellationToken)
        {
            nodes.Change(node, seen => seen with { Taints = [.. seen.Taints, taint] });
            return Task.CompletedTask;
        }

        public override Task RemoveAsync(string node, CancellationToken cancellationToken)
        {
            nodes.Remove(node);
            return Task.CompletedTask;
        }

        /// <summary>No other condition is kept here, so none can be touched.</summary>
        public override Task<IReadOnlyList<string>> ConditionsAsync(string node, CancellationToken cancellationToken)
            => Task.FromResult<IReadOnlyList<string>>(["Ready", MountCondition.Type]);

        public override Task WriteConditionAsync(string node, string type, CancellationToken cancellationToken)
            => Task.CompletedTask;

        public override Task<IReadOnlyList<NodeEvent>> EventsAsync(string node, CancellationToken cancellationToken)
            => Task.FromResult<IReadOnlyList<NodeEvent>>([.. nodes.Events.Where(happened => happened.Node == node)]);

        public override Task<bool> HasClaimAsync(string nodeClaim, CancellationToken cancellationToken)
            => Task.FromResult(nodes.HasClaim(nodeClaim));

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
