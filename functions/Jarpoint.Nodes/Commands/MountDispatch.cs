using Jarpoint.Nodes.Identity;

namespace Jarpoint.Nodes.Commands;

/// <summary>What came of sending the mount command.</summary>
/// <param name="Outcomes">By node; one that is not online is not there, nor one that has failed.</param>
/// <param name="Failed">Nodes whose command was not sent, as far as is known: they have to come again.</param>
/// <param name="Fault">The first that was met; null when there was none.</param>
internal sealed record MountDispatch(
    IReadOnlyDictionary<InstanceId, SendOutcome> Outcomes, IReadOnlySet<InstanceId> Failed, Exception? Fault);
