using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Recording;

namespace Jarpoint.Nodes.Sweeping;

/// <summary>A node as a sweep sees it.</summary>
/// <param name="Node">As listed.</param>
/// <param name="State">What it is.</param>
/// <param name="News">What the last verify says of it that its condition does not; null when nothing.</param>
/// <param name="Condition">Its condition with the news; null when there is none.</param>
internal sealed record Sighting(ClusterNode Node, NodeState State, MountVerdict? News, MountCondition? Condition)
{
    /// <summary>It never took a pod that counts on jars: commanding it endangers nothing.</summary>
    public bool NeverReady => State is NodeState.Starting or NodeState.Overdue;
}
