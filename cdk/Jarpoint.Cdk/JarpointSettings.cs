using Jarpoint.Cdk.Ways;

namespace Jarpoint.Cdk;

/// <summary>What a deployment of Jarpoint to a cluster may differ in.</summary>
internal sealed record JarpointSettings
{
    /// <summary>
    /// Name of the EKS cluster, which must speak to access entries (authentication mode API or API_AND_CONFIG_MAP). Written
    /// out: conditions of the template depend on it, and they take no reference to another stack.
    /// </summary>
    public required string Cluster { get; init; }

    /// <summary>Of the functions.</summary>
    public CpuArchitecture Architecture { get; init; } = CpuArchitecture.Arm64;

    /// <summary>Where <c>functions/package</c> has put the executable.</summary>
    public required string LambdaFolder { get; init; }

    /// <summary>
    /// Name of the IAM role of the nodes that mount, which gets the right to read the jars. It needs
    /// <c>AmazonSSMManagedInstanceCore</c> too: that is the cluster owner's to give. Null: neither is touched.
    /// </summary>
    public string? NodeRole { get; init; }

    /// <summary>
    /// Karpenter's pools, made with the stack; Karpenter must be there already. Empty: the owner of the cluster has pools
    /// and gives them the startup taint, as <c>cdk/manifests/karpenter</c> does.
    /// </summary>
    public IReadOnlyList<JarPool> Pools { get; init; } = [];

    /// <summary>Key of the tag by which <see cref="Pools"/> find their subnets; its value is the cluster's name.</summary>
    public string SubnetTag { get; init; } = "karpenter.sh/discovery";

    /// <summary>Key of the tag by which <see cref="Pools"/> find their security groups; its value is the cluster's name.</summary>
    public string SecurityGroupTag { get; init; } = "karpenter.sh/discovery";

    /// <summary>For nodes that cannot be replaced. Null: no DaemonSet.</summary>
    public DaemonSetWay? DaemonSet { get; init; }

    /// <summary>Mounts of pods instead of nodes. Null: no CSI driver.</summary>
    public CsiWay? Csi { get; init; }

    /// <summary>Any other parameter of <c>template.yaml</c> by its name: <c>WriteOnce</c>, <c>AlarmTopic</c>, …</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
