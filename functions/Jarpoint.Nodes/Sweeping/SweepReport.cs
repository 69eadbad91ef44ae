namespace Jarpoint.Nodes.Sweeping;

/// <summary>What a sweep saw and did.</summary>
public sealed record SweepReport
{
    /// <summary>Nodes of planned pools that are not being deleted.</summary>
    public int Nodes { get; init; }

    /// <summary>Nodes with the startup taint in pools for which the plan has no mounts: nobody takes it off.</summary>
    public int Unplanned { get; init; }

    /// <summary>Mounted and without our taint.</summary>
    public int Ready { get; init; }

    /// <summary>Never ready so far, and within the deadline.</summary>
    public int Starting { get; init; }

    /// <summary>Were ready once, and are known not to be now.</summary>
    public int Unhealthy { get; init; }

    /// <summary>Were ready once, and nobody knows: the agent is lost, or S3 does not answer for the mount.</summary>
    public int Unknown { get; init; }

    /// <summary>Never ready, and past the deadline.</summary>
    public int Overdue { get; init; }

    /// <summary>Nodes a mount command went to.</summary>
    public int Commanded { get; init; }

    /// <summary>Mounts that were brought back, by the nodes' own supervision or by a command, as the last verify told.</summary>
    public int Repaired { get; init; }

    /// <summary>Taints taken off.</summary>
    public int Untainted { get; init; }

    /// <summary>NodeClaims deleted.</summary>
    public int Replaced { get; init; }

    /// <summary>Nodes that could not be seen to: Kubernetes or SSM failed for them, and not for many.</summary>
    public int Failed { get; init; }

    /// <summary>Too many were unhealthy: nothing was repaired or replaced.</summary>
    public bool GuardTripped { get; init; }
}
