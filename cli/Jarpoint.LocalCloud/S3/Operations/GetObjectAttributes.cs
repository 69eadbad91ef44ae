using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Requests;

namespace Jarpoint.LocalCloud.S3.Operations;

internal static class GetObjectAttributes
{
    public static Task HandleAsync(S3Exchange exchange)
    {
        var version = ReadableVersion.Of(
            exchange, exchange.Store.Look(exchange.Bucket, exchange.Key, exchange.VersionId));
        var wanted = (exchange.Header("x-amz-object-attributes") ?? "").Split(',', StringSplitOptions.TrimEntries);
        exchange.Response.Headers.LastModified = ObjectHeaders.HttpDate(version.LastModified);
        exchange.ShowVersion(version.VersionId);
        return S3Answer.XmlAsync(exchange, "GetObjectAttributesResponse", xml =>
        {
            if (wanted.Contains("ETag"))
                xml.Element("ETag", version.ETag);
            if (wanted.Contains("Checksum"))
                xml.Nested("Checksum", () => xml.Checksums(version.Checksums));
            if (wanted.Contains("ObjectParts") && version.PartCount is { } parts)
                xml.Nested("ObjectParts", () => xml.Element("PartsCount", parts));
            if (wanted.Contains("StorageClass"))
                xml.Element("StorageClass", "STANDARD");
            if (wanted.Contains("ObjectSize"))
                xml.Element("ObjectSize", version.Size);
        });
    }
}
