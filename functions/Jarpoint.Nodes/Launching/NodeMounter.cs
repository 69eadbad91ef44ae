using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;
using Jarpoint.Nodes.Instances;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Nodes.Launching;

/// <summary>Sends the mount command to instances that were launched.</summary>
#pragma warning disable CS9113
public sealed class NodeMounter(
    IInstanceDirectory instances,
    ICommandRunner commands,
    NodePolicy policy,
    TimeProvider clock,
    ILogger<NodeMounter> logger)
{
    /// <summary>An outcome for every instance named.</summary>
    public Task<IReadOnlyDictionary<InstanceId, LaunchOutcome>> MountAsync(
        IReadOnlyCollection<InstanceId> launched, CancellationToken cancellationToken)
        => throw new NotSupportedException();
}
