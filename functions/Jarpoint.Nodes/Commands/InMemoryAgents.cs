using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Commands;

/// <summary>The SSM agents of instances in memory: each comes online when its time has come.</summary>
public sealed class InMemoryAgents(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<InstanceId, Agent> agents = [];

    /// <summary>An agent that registers at this time.</summary>
    public void Register(InstanceId id, string cluster, DateTimeOffset at)
    {
        lock (gate)
        {
            agents[id] = new Agent(cluster, at, Lost: false);
        }
    }

    /// <summary>SSM loses the connection to it, or has it back.</summary>
    public void Lose(InstanceId id, bool lost = true)
    {
        lock (gate)
        {
            agents[id] = agents[id] with { Lost = lost };
        }
    }

    /// <summary>Its instance is terminated.</summary>
    public void Remove(InstanceId id)
    {
        lock (gate)
        {
            agents.Remove(id);
        }
    }

    internal bool IsOnline(InstanceId id) => IsRegistered(id) && !Find(id)!.Lost;

    /// <summary>In the whole account.</summary>
    internal int CountOnline()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            return agents.Values.Count(agent => !agent.Lost && agent.At <= now);
        }
    }

    internal bool IsRegistered(InstanceId id) => Find(id) is { } agent && agent.At <= clock.GetUtcNow();

    internal IReadOnlyList<InstanceId> Of(string cluster, bool lostOnly = false)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            return [.. agents.Where(agent => agent.Value.Cluster == cluster && agent.Value.At <= now
                && (agent.Value.Lost || !lostOnly)).Select(static agent => agent.Key)];
        }
    }

    private Agent? Find(InstanceId id)
    {
        lock (gate)
        {
            return agents.GetValueOrDefault(id);
        }
    }

    private sealed record Agent(string Cluster, DateTimeOffset At, bool Lost);
}
