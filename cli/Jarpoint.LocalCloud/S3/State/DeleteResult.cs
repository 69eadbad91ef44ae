namespace Jarpoint.LocalCloud.S3.State;

/// <summary>What a delete did.</summary>
/// <param name="VersionId">The marker created or the version removed; null on a bucket without versioning.</param>
/// <param name="IsDeleteMarker">A marker was created, or the version removed was one.</param>
public sealed record DeleteResult(string? VersionId, bool IsDeleteMarker);
