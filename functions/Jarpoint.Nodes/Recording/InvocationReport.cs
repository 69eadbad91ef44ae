using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Recording;

/// <summary>What an SSM event says: a command is over on a node.</summary>
public sealed record InvocationReport(
    string CommandId, InstanceId Instance, string Document, DateTimeOffset RequestedAt, InvocationStatus Status)
{
    /// <summary>The second of it: it orders reports as conditions are ordered.</summary>
    public DateTimeOffset RequestedAt { get; init => field = MountCondition.Second(value); }
        = MountCondition.Second(RequestedAt);
}
