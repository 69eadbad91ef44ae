namespace Jarpoint.Cdk.Ways;

/// <summary>A Karpenter pool whose nodes mount jars: a NodePool and an EC2NodeClass of the same name.</summary>
internal sealed record JarPool
{
    /// <summary>A DNS label, as Kubernetes has names.</summary>
    public required string Name { get; init; }

    public PoolWay Way { get; init; } = PoolWay.Ssm;

    /// <summary>Spot instances instead of on-demand ones.</summary>
    public bool Spot { get; init; }

    /// <summary>
    /// Keeps out every pod that does not tolerate <c>jarpoint/pool=NAME:NoSchedule</c>: where pools have different jars, a
    /// job must not land on the wrong one.
    /// </summary>
    public bool Dedicated { get; init; }

    public IReadOnlyList<JarMount> Mounts { get; init; } = [new()];

    /// <summary>Whether the functions' own default would mount the same.</summary>
    public bool MountsTheDefault => Mounts is [{ Bucket: null, Prefix: "", Settings.Count: 0 } only]
        && only.Mountpoint == new JarMount().Mountpoint;
}
