using Jarpoint.LocalCloud.Chaos;
using Jarpoint.LocalCloud.Machines.Simulated;

namespace Jarpoint.LocalCloud.Hosting;

/// <summary>The part of the laptop cloud that has instances: EC2, SSM, STS, EKS, Kubernetes and Karpenter.</summary>
public sealed record LocalNodeOptions
{
    public string Cluster { get; init; } = "jarpoint-local";

    /// <summary>
    /// Null for real machines where this computer allows them. True simulates them anyway, false insists.
    /// </summary>
    public bool? Simulated { get; init; }

    /// <summary>From EC2's running to the agent's registration; each machine draws between the two.</summary>
    public (TimeSpan Least, TimeSpan Most) AgentDelay { get; init; }
        = (TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1.5));

    /// <summary>From the launch to EC2's running.</summary>
    public TimeSpan RunningDelay { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>From running to the kubelet's registration of the node.</summary>
    public TimeSpan KubeletDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From the kubelet's registration to Karpenter's, which merges the startup taints back.</summary>
    public TimeSpan RegistrationDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often <c>SweepNodes</c> runs by itself.</summary>
    public TimeSpan SweepRate { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>See <c>JARPOINT_MOUNT_PLAN</c>; null for one mount of the bucket on every pool.</summary>
    public string? MountPlan { get; init; }

    /// <summary>Rates above which EC2 and SSM throttle; none by default.</summary>
    public ServiceLimits Limits { get; init; } = new();

    /// <summary>
    /// Variables of every script on a real machine. S3 costs nothing here, and who breaks it wants to see it.
    /// </summary>
    public IReadOnlyDictionary<string, string> MachineEnvironment { get; init; }
        = new Dictionary<string, string> { ["JARPOINT_STORE_INTERVAL"] = "0" };

    /// <summary>How long things take on a simulated machine.</summary>
    public SimulatedMachineOptions SimulatedMachines { get; init; } = new();
}
