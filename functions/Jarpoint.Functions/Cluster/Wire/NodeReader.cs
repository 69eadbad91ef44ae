using Jarpoint.Nodes.Cluster;
using Jarpoint.Nodes.Identity;

namespace Jarpoint.Functions.Cluster.Wire;

/// <summary>Reads a node out of its document.</summary>
internal static class NodeReader
{
    /// <summary>Null when it is of no Karpenter pool, or no node at all.</summary>
    public static ClusterNode? Of(NodeJson node)
        => node.Metadata is { Name: { } name, Uid: { } uid, CreationTimestamp: { } created } metadata
            && metadata.Labels?.Pool is { Length: > 0 } pool
            ? new ClusterNode
            {
                Name = name,
                Uid = uid,
                Instance = ProviderId.InstanceOf(node.Spec?.ProviderId),
                Pool = pool,
                Registered = metadata.Labels.Registered == "true",
                Initialized = metadata.Labels.Initialized == "true",
                Deleting = metadata.DeletionTimestamp is not null,
                CreatedAt = created,
                Taints =
                [
                    .. (node.Spec?.Taints ?? []).Select(taint => new NodeTaint(
                        taint.Key ?? string.Empty, taint.Value, taint.Effect ?? string.Empty, taint.TimeAdded)),
                ],
                Condition = Condition(node.Status?.Conditions?.Find(one => one.Type == MountCondition.Type)),
                NodeClaim = metadata.OwnerReferences?.Find(IsClaim)?.Name,
            }
            : null;

    private static bool IsClaim(OwnerJson owner)
        => owner.Kind == "NodeClaim" && owner.ApiVersion?.StartsWith("karpenter.sh/", StringComparison.Ordinal) is true;

    // A condition without a time was not written by us: anything we observe is newer.
    private static MountCondition? Condition(ConditionJson? condition) => condition is null
        ? null
        : new MountCondition(
            condition.Status switch
            {
                "True" => ConditionStatus.True,
                "False" => ConditionStatus.False,
                _ => ConditionStatus.Unknown,
            },
            condition.Reason ?? string.Empty,
            condition.Message ?? string.Empty,
            condition.LastHeartbeatTime ?? DateTimeOffset.UnixEpoch,
            condition.LastTransitionTime ?? DateTimeOffset.UnixEpoch);
}
