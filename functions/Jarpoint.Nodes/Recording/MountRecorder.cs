using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Instances;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Nodes.Recording;

/// <summary>Turns results of commands into the condition of nodes and takes the startup taint off.</summary>
#pragma warning disable CS9113
public sealed class MountRecorder(
    IClusterNodes nodes,
    ICommandRunner commands,
    IInstanceDirectory instances,
    NodePolicy policy,
    TimeProvider clock,
    ILogger<MountRecorder> logger)
{
    public Task<RecordingReport> RecordAsync(
        IReadOnlyList<InvocationReport> reports, CancellationToken cancellationToken)
        => throw new NotSupportedException();
}
