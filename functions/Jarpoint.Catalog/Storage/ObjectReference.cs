namespace Jarpoint.Catalog.Storage;

/// <summary>Names an object, or exactly one state of it.</summary>
/// <param name="Key">The key, decoded.</param>
/// <param name="VersionId">A version of a versioned bucket, or null for the current object.</param>
/// <param name="ETag">Sent as <c>If-Match</c> when given: the read fails with a changed outcome on another state.</param>
public sealed record ObjectReference(string Key, string? VersionId = null, string? ETag = null)
{
    public override string ToString() => VersionId is null ? Key : $"{Key}@{VersionId}";
}
