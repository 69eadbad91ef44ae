using System.Runtime.InteropServices;
using Amazon.S3;
using Amazon.S3.Model;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Functions.Storage;

/// <summary>Builds the requests that write.</summary>
internal static class S3Writes
{
    /// <summary>The content as a stream that can be sent again, without a copy where it is an array.</summary>
    public static MemoryStream Content(ObjectWrite write)
        => MemoryMarshal.TryGetArray(write.Content, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(write.Content.ToArray(), writable: false);

    public static PutObjectRequest Request(string bucket, ObjectWrite write, Stream content)
    {
        var request = new PutObjectRequest
        {
            BucketName = bucket,
            Key = write.Key,
            InputStream = content,
            AutoCloseStream = false,
            ContentType = write.ContentType,
            // The content is in memory and signed whole: chunk framing would only add bytes, and not every S3
            // server takes it. The CRC-32 then travels as a header.
            UseChunkEncoding = false,
            IfNoneMatch = write.Condition is PutCondition.Absent ? "*" : null,
            IfMatch = write.Condition is PutCondition.Matches matches ? $"\"{matches.ETag}\"" : null,
        };
        if (write.CacheControl is { } cacheControl)
        {
            request.Headers.CacheControl = cacheControl;
        }

        return request;
    }

    /// <summary>
    /// A copy whose SHA-1 S3 computes on the way and answers with. Its metadata is its own: to copy the source's tags
    /// would need two more permissions.
    /// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
    /// </summary>
    public static CopyObjectRequest Copy(string bucket, ObjectReference source, string key, string contentType) => new()
    {
        SourceBucket = bucket,
        SourceKey = source.Key,
        SourceVersionId = source.VersionId,
        ETagToMatch = source.ETag is { } etag ? $"\"{etag}\"" : null,
        DestinationBucket = bucket,
        DestinationKey = key,
        ContentType = contentType,
        MetadataDirective = S3MetadataDirective.REPLACE,
        TaggingDirective = TaggingDirective.REPLACE,
        ChecksumAlgorithm = ChecksumAlgorithm.SHA1,
    };
}
