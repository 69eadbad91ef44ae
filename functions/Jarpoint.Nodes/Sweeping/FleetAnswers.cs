using Jarpoint.Nodes.Commands;
using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Sweeping;

/// <summary>What SSM tells a sweep of the verify before.</summary>
/// <param name="Verify">Null when there was none of late, or SSM does not tell.</param>
/// <param name="Failures">How it ended where it failed.</param>
/// <param name="Fault">Why SSM does not tell; null when it does.</param>
internal sealed record FleetAnswers(
    CommandSummary? Verify, IReadOnlyDictionary<InstanceId, CommandInvocation> Failures, Exception? Fault)
{
    public bool Told => Fault is null;
}
