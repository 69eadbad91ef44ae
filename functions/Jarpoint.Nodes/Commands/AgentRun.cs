using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Commands;

/// <summary>A command on a node, as the script there sees it.</summary>
public sealed record AgentRun(string CommandId, InstanceId Instance, NodeCommand Command, DateTimeOffset RequestedAt);
