using Jarpoint.Cdk.Manifests;

namespace Jarpoint.Cdk.Ways;

/// <summary>The DaemonSet of <c>cdk/manifests/daemonset</c>: for nodes that run on and cannot be replaced.</summary>
/// <remarks>
/// It mounts with the role of the node. Which nodes: all of them, those of Karpenter too, where it finds done what the
/// functions do; the settings of both must then be the same.
/// </remarks>
internal sealed record DaemonSetWay
{
    private const string Settings = "jarpoint-node";

    public IReadOnlyList<JarMount> Mounts { get; init; } = [new()];

    public void AddTo(ManifestSet set, string bucket) => set.Add(
        ManifestFolder.Load("daemonset"),
        [
            new("ConfigMap", Settings, "/data/JARPOINT_MOUNTS", MountTexts.Parameter(Mounts, bucket)),
            new("ConfigMap", Settings, "/data/JARPOINT_BUCKET", string.Empty),
        ]);
}
