using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Commands;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Nodes.Sweeping;

/// <summary>Derives the state of every node anew and sees to those that need it.</summary>
#pragma warning disable CS9113
public sealed class FleetSweeper(
    IClusterNodes nodes,
    ICommandRunner commands,
    NodePolicy policy,
    TimeProvider clock,
    ILogger<FleetSweeper> logger)
{
    public Task<SweepReport> SweepAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
