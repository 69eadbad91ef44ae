namespace Jarpoint.Functions.Cluster.Wire;

/// <summary>What any object says of itself.</summary>
internal sealed record LiveObjectJson(LiveMetadataJson? Metadata);

/// <param name="Uid">Its identity.</param>
/// <param name="DeletionTimestamp">Of an object that waits for its finalizers.</param>
/// <param name="Annotations">Ours among them.</param>
internal sealed record LiveMetadataJson(
    string? Uid, string? DeletionTimestamp, Dictionary<string, string>? Annotations);
