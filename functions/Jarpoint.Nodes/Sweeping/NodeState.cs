namespace Jarpoint.Nodes.Sweeping;

/// <summary>What a sweep makes of a node of a planned pool.</summary>
public enum NodeState
{
    /// <summary>Condition True, no startup taint of ours.</summary>
    Ready,

    /// <summary>Never ready so far, and within the deadline. A node without a condition is unknown, and never ready.</summary>
    Starting,

    /// <summary>Condition True and registered, yet our taint is (back) on: its event was lost, or Karpenter merged it back.</summary>
    MountedNotUntainted,

    /// <summary>Was ready, and nobody knows now. It keeps its pods and is not touched.</summary>
    Unknown,

    /// <summary>Was ready, and is known not to be.</summary>
    Unhealthy,

    /// <summary>Never ready, and past the deadline.</summary>
    Overdue,

    /// <summary>On its way out.</summary>
    Deleting,
}
