namespace Jarpoint.Nodes.Cluster;

/// <summary>Status of a node condition.</summary>
public enum ConditionStatus
{
    /// <summary>Nobody knows; never ready.</summary>
    Unknown,
    False,
    True,
}
