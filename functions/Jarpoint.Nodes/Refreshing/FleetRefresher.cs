using Jarpoint.Nodes.Commands;
using Microsoft.Extensions.Logging;

namespace Jarpoint.Nodes.Refreshing;

/// <summary>Makes new and replaced jars visible on every node, without a remount.</summary>
#pragma warning disable CS9113
public sealed class FleetRefresher(ICommandRunner commands, NodePolicy policy, ILogger<FleetRefresher> logger)
{
    /// <summary>One command for the whole fleet, whatever the number of keys.</summary>
    /// <param name="bucket">Of the keys.</param>
    /// <param name="changedKeys">Keys as S3 has them, not encoded.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<RefreshOutcome> RefreshAsync(
        string bucket, IReadOnlyCollection<string> changedKeys, CancellationToken cancellationToken)
        => throw new NotSupportedException();
}
