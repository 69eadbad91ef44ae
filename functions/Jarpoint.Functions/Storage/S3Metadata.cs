using Amazon.S3;
using Amazon.S3.Model;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Functions.Storage;

/// <summary>Turns S3's answers into the catalog's terms.</summary>
internal static class S3Metadata
{
    public static ObjectMetadata Of(GetObjectMetadataResponse head) => new(
        head.ContentLength,
        BareETag(head.ETag),
        Utc(head.LastModified),
        head.VersionId,
        Sha256(head.ChecksumType, head.ChecksumSHA256));

    public static ObjectMetadata Of(GetObjectResponse found) => new(
        found.ContentLength,
        BareETag(found.ETag),
        Utc(found.LastModified),
        found.VersionId,
        Sha256(found.ChecksumType, found.ChecksumSHA256));

    public static string BareETag(string? etag) => etag?.Trim('"') ?? string.Empty;

    public static DateTimeOffset Utc(DateTime? moment)
        => moment is { } known ? new DateTimeOffset(known.ToUniversalTime()) : DateTimeOffset.UnixEpoch;

    /// <summary>A checksum from the base64 of a header; null when there is none.</summary>
    public static string? Hexadecimal(string? base64)
        => base64 is { Length: > 0 } ? Convert.ToHexStringLower(Convert.FromBase64String(base64)) : null;

    // A composite checksum is a hash of the parts' hashes, not of the jar.
    private static string? Sha256(ChecksumType? type, string? base64)
        => type == ChecksumType.FULL_OBJECT ? Hexadecimal(base64) : null;
}
