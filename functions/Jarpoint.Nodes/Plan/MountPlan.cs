namespace Jarpoint.Nodes.Plan;

/// <summary>
/// Which mounts the nodes of which Karpenter node pool get. The pool <c>*</c> stands for every pool that is not named.
/// A pool without mounts is no concern of Jarpoint.
/// </summary>
public sealed class MountPlan(IReadOnlyDictionary<string, IReadOnlyList<MountSpec>> pools)
{
    public const string EveryOtherPool = "*";

    public IReadOnlyDictionary<string, IReadOnlyList<MountSpec>> Pools => pools;

    /// <summary>Mounts of a node of this pool, in order; empty when the pool is no concern of ours.</summary>
    public IReadOnlyList<MountSpec> MountsOf(string pool)
        => pools.TryGetValue(pool, out var mounts) || pools.TryGetValue(EveryOtherPool, out mounts) ? mounts : [];
}
