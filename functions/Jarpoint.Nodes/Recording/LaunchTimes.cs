using System.Collections.Concurrent;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;

namespace Jarpoint.Nodes.Recording;

/// <summary>
/// When nodes were launched. A look asks for every node that is still to become ready, so that the next batches of a
/// burst need none; a launch time never changes.
/// </summary>
internal sealed class LaunchTimes(IInstanceDirectory instances, NodePolicy policy)
{
    /// <summary>Beyond it the cache begins anew.</summary>
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<InstanceId, DateTimeOffset> known = new();

    /// <param name="ready">Nodes whose launch time is wanted.</param>
    /// <param name="absent">Instances that may not be there: always asked for.</param>
    /// <param name="starting">Nodes worth knowing of when EC2 is asked anyway.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Those of <paramref name="ready"/> and <paramref name="absent"/> that run in a planned pool.</returns>
    public async Task<IReadOnlyDictionary<InstanceId, DateTimeOffset>> OfAsync(
        IReadOnlyCollection<InstanceId> ready,
        IReadOnlyCollection<InstanceId> absent,
        IEnumerable<InstanceId> starting,
        CancellationToken cancellationToken)
    {
        if (absent.Count > 0 || !ready.All(known.ContainsKey))
        {
            foreach (var id in absent)
            {
                known.TryRemove(id, out _);
            }

            InstanceId[] wanted = [.. ready.Concat(starting).Where(id => !known.ContainsKey(id)).Concat(absent).Distinct()];
            if (known.Count + wanted.Length > Most)
            {
                known.Clear();
            }

            foreach (var instance in await instances.FindAsync(wanted, policy.Cluster, cancellationToken))
            {
                if (policy.Plan.MountsOf(instance.Pool).Count > 0)
                {
                    known[instance.Id] = instance.LaunchedAt;
                }
            }
        }

        return ready.Concat(absent).Distinct().Where(known.ContainsKey).ToDictionary(static id => id, id => known[id]);
    }
}
