using System.Runtime.CompilerServices;
using Jarpoint.Nodes.Cluster;

namespace Jarpoint.Functions.Tests.Handlers.Ports;

/// <summary>The nodes of a cluster that nobody else writes to.</summary>
internal sealed class FakeNodes : IClusterNodes
{
    public Dictionary<string, ClusterNode> Nodes { get; } = [];

    public int Listings { get; private set; }

    /// <summary>Called before each request; may throw.</summary>
    public Action? OnRequest { get; set; }

    public async IAsyncEnumerable<ClusterNode> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Listings++;
        OnRequest?.Invoke();
        await Task.Yield();
        foreach (var node in Nodes.Values.ToList())
        {
            yield return node;
        }
    }

    public Task<ClusterNode?> GetAsync(string name, CancellationToken cancellationToken)
    {
        OnRequest?.Invoke();
        return Task.FromResult(Nodes.GetValueOrDefault(name));
    }

    public Task<ClusterOutcome> RemoveTaintAsync(ClusterNode node, string key, CancellationToken cancellationToken)
        => Change(node.Name, found => found with { Taints = [.. found.Taints.Where(taint => taint.Key != key)] });

    public Task<ClusterOutcome> SetConditionAsync(
        ClusterNode node, MountCondition condition, CancellationToken cancellationToken)
        => Change(node.Name, found => found with { Condition = condition });

    public Task RecordAsync(NodeEvent happened, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ClusterOutcome> DeleteClaimAsync(string nodeClaim, CancellationToken cancellationToken)
        => Task.FromResult(ClusterOutcome.Done);

    private Task<ClusterOutcome> Change(string name, Func<ClusterNode, ClusterNode> change)
    {
        OnRequest?.Invoke();
        if (!Nodes.TryGetValue(name, out var node))
        {
            return Task.FromResult(ClusterOutcome.Gone);
        }

        Nodes[name] = change(node);
        return Task.FromResult(ClusterOutcome.Done);
    }
}
