using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Recording;

/// <summary>What an SSM event says: a command is over on a node.</summary>
public sealed record InvocationReport(
    string CommandId, InstanceId Instance, string Document, DateTimeOffset RequestedAt, InvocationStatus Status);
