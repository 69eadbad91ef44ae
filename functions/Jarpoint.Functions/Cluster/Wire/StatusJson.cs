namespace Jarpoint.Functions.Cluster.Wire;

/// <summary>A Status of meta/v1: how a request failed.</summary>
/// <param name="Reason">Machine-readable; see k8s.io/apimachinery StatusReason.</param>
/// <param name="Message">For people: shown, never interpreted.</param>
/// <param name="Metadata">With 410, a token to go on with.</param>
internal sealed record StatusJson(string? Reason, string? Message, ListMetadataJson? Metadata);
