using Jarpoint.LocalCloud.Machines;

namespace Jarpoint.LocalCloud.Fleet;

/// <summary>One instance of the laptop cloud with all that belongs to it, for a display.</summary>
public sealed record FleetNode
{
    public required string Instance { get; init; }

    /// <summary>Name of its Kubernetes node; null until the kubelet registered it.</summary>
    public string? Node { get; init; }

    public required string Pool { get; init; }

    /// <summary>EC2's name of its state, such as <c>running</c>.</summary>
    public required string State { get; init; }

    /// <summary>Karpenter has seen the node register.</summary>
    public bool Registered { get; init; }

    /// <summary>It still has the startup taint, or no node yet.</summary>
    public bool Tainted { get; init; } = true;

    /// <summary>Status of the condition JarsMounted: True, False, or Unknown, also when it was never set.</summary>
    public string Mounted { get; init; } = "Unknown";

    public string? Reason { get; init; }

    public string? Message { get; init; }

    /// <summary>What the machine's kernel has, whatever anybody says.</summary>
    public IReadOnlyList<MachineMount> Mounts { get; init; } = [];

    public required FleetPhases Phases { get; init; }

    /// <summary>Pods may land on it.</summary>
    public bool Ready => Node is not null && Registered && !Tainted && Mounted == "True";
}
