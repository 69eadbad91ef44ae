using System.Runtime.InteropServices;
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
}
