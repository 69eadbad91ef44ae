namespace Jarpoint.Cdk.Ways;

/// <summary>The DaemonSet of <c>cdk/manifests/daemonset</c>: for nodes that run on and cannot be replaced.</summary>
internal sealed record DaemonSetWay
{
    public IReadOnlyList<JarMount> Mounts { get; init; } = [new()];
}
