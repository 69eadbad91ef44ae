using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Functions.Storage;

/// <summary>Reads the entries of a listing.</summary>
internal static class S3Listing
{
    // The SDK asks for the encoding but hands keys over as they came. A server may also have ignored the wish.
    public static ListedObject Of(S3Object listed, EncodingType? encoding) => new(
        encoding == EncodingType.Url ? WebUtility.UrlDecode(listed.Key) : listed.Key,
        listed.Size ?? 0,
        S3Metadata.BareETag(listed.ETag),
        S3Metadata.Utc(listed.LastModified));
}
