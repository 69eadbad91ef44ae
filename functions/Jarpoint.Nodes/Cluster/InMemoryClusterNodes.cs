using System.Runtime.CompilerServices;

namespace Jarpoint.Nodes.Cluster;

/// <summary>The nodes of a Kubernetes API server in memory. Thread-safe.</summary>
public sealed class InMemoryClusterNodes : IClusterNodes
{
    private const int PageSize = 500;

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, ClusterNode> nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> claims = [];
    private readonly List<NodeEvent> events = [];

    /// <summary>Called before each write with the name of its object: may change nodes, as somebody else would, or throw.</summary>
    public Action<string>? BeforeWrite { get; set; }

    /// <summary>Pages listed so far.</summary>
    public int Pages { get; private set; }

    /// <summary>Nodes read by name so far.</summary>
    public int Reads { get; private set; }

    /// <summary>Writes so far, conflicts included.</summary>
    public int Writes { get; private set; }

    public IReadOnlyList<NodeEvent> Events
    {
        get
        {
            lock (gate)
            {
                return [.. events];
            }
        }
    }

    public void Add(ClusterNode node)
    {
        lock (gate)
        {
            nodes[node.Name] = node;
            if (node.NodeClaim is { } claim)
            {
                claims.Add(claim);
            }
        }
    }

    /// <summary>Somebody else changes a node; a node that is gone stays gone.</summary>
    public void Change(string name, Func<ClusterNode, ClusterNode> change)
    {
        lock (gate)
        {
            if (nodes.TryGetValue(name, out var node))
            {
                nodes[name] = change(node);
            }
        }
    }

    public void Remove(string name)
    {
        lock (gate)
        {
            nodes.Remove(name);
        }
    }

    public bool HasClaim(string nodeClaim)
    {
        lock (gate)
        {
            return claims.Contains(nodeClaim);
        }
    }

    public async IAsyncEnumerable<ClusterNode> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ClusterNode[] all;
        lock (gate)
        {
            all = [.. nodes.Values];
            Pages += Math.Max(1, (all.Length + PageSize - 1) / PageSize);
        }

        foreach (var node in all)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return node;
        }

        await Task.CompletedTask;
    }

    public Task<ClusterNode?> GetAsync(string name, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Reads++;
            return Task.FromResult(nodes.GetValueOrDefault(name));
        }
    }

    public Task<ClusterOutcome> RemoveTaintAsync(ClusterNode node, string key, CancellationToken cancellationToken)
        => WriteAsync(node.Name, current =>
        {
            if (current.Uid != node.Uid || !current.Taints.SequenceEqual(node.Taints))
            {
                return ClusterOutcome.Conflict;
            }

            nodes[node.Name] = current with { Taints = [.. current.Taints.Where(taint => taint.Key != key)] };
            return ClusterOutcome.Done;
        });

    public Task<ClusterOutcome> SetConditionAsync(
        ClusterNode node, MountCondition condition, CancellationToken cancellationToken)
        => WriteAsync(node.Name, current =>
        {
            if (current.Uid != node.Uid)
            {
                return ClusterOutcome.Gone;
            }

            nodes[node.Name] = current with { Condition = condition };
            return ClusterOutcome.Done;
        });

    public Task RecordAsync(NodeEvent happened, CancellationToken cancellationToken)
    {
        BeforeWrite?.Invoke(happened.Node);
        lock (gate)
        {
            Writes++;
            events.Add(happened);
        }

        return Task.CompletedTask;
    }

    public Task<ClusterOutcome> DeleteClaimAsync(string nodeClaim, CancellationToken cancellationToken)
    {
        BeforeWrite?.Invoke(nodeClaim);
        lock (gate)
        {
            Writes++;
            if (!claims.Remove(nodeClaim))
            {
                return Task.FromResult(ClusterOutcome.Gone);
            }

            // Karpenter's finalizer: the node goes once it is drained.
            foreach (var node in nodes.Values.Where(node => node.NodeClaim == nodeClaim).ToList())
            {
                nodes[node.Name] = node with { Deleting = true };
            }

            return Task.FromResult(ClusterOutcome.Done);
        }
    }

    private Task<ClusterOutcome> WriteAsync(string name, Func<ClusterNode, ClusterOutcome> write)
    {
        BeforeWrite?.Invoke(name);
        lock (gate)
        {
            Writes++;
            return Task.FromResult(nodes.TryGetValue(name, out var current) ? write(current) : ClusterOutcome.Gone);
        }
    }
}
