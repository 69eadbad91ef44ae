using System.Globalization;
using System.Xml.Linq;
using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Checksums;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Operations;

internal static class CompleteMultipartUpload
{
    public static async Task HandleAsync(S3Exchange exchange)
    {
        var condition = WriteConditions.OfWrite(exchange);

        // The checksum headers of this request are about the object, not about the XML it carries.
        var request = await RequestBody.ReadXmlAsync(exchange, new ContentClaims { IsChunked = false });
        var version = await exchange.Store.Uploads.CompleteAsync(
            exchange.Bucket,
            exchange.Key,
            exchange.Query["uploadId"] ?? "",
            [.. request.All("Part").Select(Parse)],
            condition,
            exchange.Cancelled);
        exchange.ShowVersion(version.VersionId);
        await S3Answer.XmlAsync(exchange, "CompleteMultipartUploadResult", xml =>
        {
            xml.Element("Location", $"{exchange.Request.Scheme}://{exchange.Request.Host}{exchange.Resource}");
            xml.Element("Bucket", exchange.Bucket);
            xml.Element("Key", exchange.Key);
            xml.ETag(version.ETag);
            xml.Checksums(version.Checksums);
        });
    }

    private static NamedPart Parse(XElement part) =>
        int.TryParse(part.Text("PartNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && part.Text("ETag") is { } etag
            ? new NamedPart(number, etag.Trim('"'), [.. ChecksumsOf(part)])
            : throw S3Errors.MalformedXml();

    private static IEnumerable<ObjectChecksum> ChecksumsOf(XElement part) =>
        from algorithm in Enum.GetValues<ChecksumAlgorithm>()
        let value = part.Text(algorithm.XmlElement())
        where value is not null
        select new ObjectChecksum(algorithm, value);
}
