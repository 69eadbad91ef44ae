using System.Text.Json.Serialization;

namespace Jarpoint.Functions.Cluster.Wire;

/// <summary>A Node of core/v1, as far as it concerns us. A whole one has 30 labels, images, managed fields.</summary>
internal sealed record NodeJson(NodeMetadataJson? Metadata, NodeSpecJson? Spec, NodeStatusJson? Status);

internal sealed record NodeMetadataJson(
    string? Name,
    string? Uid,
    DateTimeOffset? CreationTimestamp,
    DateTimeOffset? DeletionTimestamp,
    NodeLabelsJson? Labels,
    List<OwnerJson>? OwnerReferences);

internal sealed record NodeLabelsJson(
    [property: JsonPropertyName(NodeLabels.Pool)] string? Pool,
    [property: JsonPropertyName(NodeLabels.Initialized)] string? Initialized,
    [property: JsonPropertyName(NodeLabels.Registered)] string? Registered);

internal sealed record OwnerJson(string? ApiVersion, string? Kind, string? Name);

internal sealed record NodeSpecJson(
    [property: JsonPropertyName("providerID")] string? ProviderId, List<TaintJson>? Taints);

/// <param name="Key">Key.</param>
/// <param name="Value">Absent when empty.</param>
/// <param name="Effect">Effect.</param>
/// <param name="TimeAdded">Kept as text: it is compared as the server writes it.</param>
internal sealed record TaintJson(string? Key, string? Value, string? Effect, string? TimeAdded);

internal sealed record NodeStatusJson(List<ConditionJson>? Conditions);

internal sealed record ConditionJson(
    string? Type,
    string? Status,
    string? Reason,
    string? Message,
    DateTimeOffset? LastHeartbeatTime,
    DateTimeOffset? LastTransitionTime);
