using System.Globalization;
using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Checksums;
using Jarpoint.LocalCloud.S3.Requests;

namespace Jarpoint.LocalCloud.S3.Operations;

internal static class ListParts
{
    public static Task HandleAsync(S3Exchange exchange)
    {
        var upload = exchange.Store.Uploads.Get(exchange.Bucket, exchange.Key, exchange.Query["uploadId"] ?? "");
        var parameters = ListingParameters.Read(exchange, "max-parts");
        _ = int.TryParse(exchange.Query["part-number-marker"], CultureInfo.InvariantCulture, out var marker);
        var after = upload.Parts.Where(part => part.Number > marker).ToList();
        var page = after.Take(parameters.MaxKeys).ToList();
        return S3Answer.XmlAsync(exchange, "ListPartsResult", xml =>
        {
            xml.Element("Bucket", exchange.Bucket);
            xml.Element("Key", parameters.Encode(exchange.Key));
            xml.Element("UploadId", upload.UploadId);
            xml.Owner("Initiator");
            xml.Owner();
            xml.Element("StorageClass", "STANDARD");
            xml.Element("PartNumberMarker", marker);
            if (page.Count < after.Count && page.Count > 0)
                xml.Element("NextPartNumberMarker", page[^1].Number);
            xml.Element("MaxParts", parameters.MaxKeys);
            xml.Element("IsTruncated", page.Count < after.Count);
            foreach (var part in page)
            {
                xml.Nested("Part", () =>
                {
                    xml.Element("PartNumber", part.Number);
                    xml.Element("LastModified", part.LastModified);
                    xml.ETag(part.ETag);
                    xml.Element("Size", part.Body.Length);
                    foreach (var checksum in part.Checksums)
                        xml.Element(checksum.Algorithm.XmlElement(), checksum.Value);
                });
            }
        });
    }
}
