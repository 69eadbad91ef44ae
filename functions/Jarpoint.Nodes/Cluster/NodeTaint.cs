namespace Jarpoint.Nodes.Cluster;

/// <summary>A taint of a node, every field as the API has it, so that a list can be compared and written back whole.</summary>
public sealed record NodeTaint(string Key, string? Value, string Effect, string? TimeAdded = null);
