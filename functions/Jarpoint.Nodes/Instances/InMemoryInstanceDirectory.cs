using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Throttling;

namespace Jarpoint.Nodes.Instances;

/// <summary>EC2 in memory. Thread-safe.</summary>
public sealed class InMemoryInstanceDirectory(TimeProvider clock) : IInstanceDirectory
{
    /// <summary>Values that a filter of DescribeInstances takes.</summary>
    private const int IdsACall = 200;

    private readonly Lock gate = new();
    private readonly Dictionary<InstanceId, Launch> launches = [];

    /// <summary>From the launch until EC2 tells of it: DescribeInstances is eventually consistent.</summary>
    public TimeSpan VisibleAfter { get; init; }

    /// <summary>Null for no throttling.</summary>
    public TokenBucket? Throttle { get; init; }

    /// <summary>DescribeInstances calls so far.</summary>
    public int Calls { get; private set; }

    /// <summary>Starts an instance now.</summary>
    public void Run(InstanceId id, IReadOnlyDictionary<string, string> tags)
    {
        lock (gate)
        {
            launches[id] = new Launch(tags, clock.GetUtcNow());
        }
    }

    /// <summary>Starts an instance of a pool of a cluster now.</summary>
    public void Run(InstanceId id, string cluster, string pool) => Run(id, new Dictionary<string, string>
    {
        [InstanceTags.Cluster] = cluster,
        [InstanceTags.NodePool] = pool,
    });

    public void Terminate(InstanceId id)
    {
        lock (gate)
        {
            launches.Remove(id);
        }
    }

    public Task<IReadOnlyList<PoolInstance>> FindAsync(
        IReadOnlyCollection<InstanceId> ids, string cluster, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            for (var asked = 0; asked < ids.Count; asked += IdsACall)
            {
                Calls++;
                if (Throttle?.TryTake() is false)
                {
                    throw new ThrottledException("DescribeInstances");
                }
            }

            return Task.FromResult<IReadOnlyList<PoolInstance>>([.. ids.Distinct()
                .Select(id => Find(id, cluster)).OfType<PoolInstance>()]);
        }
    }

    private PoolInstance? Find(InstanceId id, string cluster)
        => launches.TryGetValue(id, out var launch)
            && clock.GetUtcNow() >= launch.At + VisibleAfter
            && launch.Tags.GetValueOrDefault(InstanceTags.Cluster) == cluster
            && launch.Tags.TryGetValue(InstanceTags.NodePool, out var pool)
            ? new PoolInstance(id, pool, launch.At)
            : null;

    private sealed record Launch(IReadOnlyDictionary<string, string> Tags, DateTimeOffset At);
}
