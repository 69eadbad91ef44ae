namespace Jarpoint.LocalCloud.S3;

/// <summary>One change of a bucket, in the terms of an S3 notification.</summary>
/// <param name="Bucket">Bucket name.</param>
/// <param name="Key">The key, decoded; the notification encodes it.</param>
/// <param name="EventName">Without the <c>s3:</c> prefix, such as <c>ObjectCreated:Put</c>.</param>
/// <param name="VersionId">The version written or removed, the marker's for a delete marker, null if unversioned.</param>
/// <param name="Size">Bytes; null for removals.</param>
/// <param name="ETag">Without quotes; null for a permanent removal.</param>
/// <param name="Sequencer">Hexadecimal, growing per key.</param>
/// <param name="Time">When the change happened.</param>
public sealed record S3ObjectEvent(
    string Bucket,
    string Key,
    string EventName,
    string? VersionId,
    long? Size,
    string? ETag,
    string Sequencer,
    DateTimeOffset Time);
