using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Operations;

internal static class ListMultipartUploads
{
    public static Task HandleAsync(S3Exchange exchange)
    {
        var parameters = ListingParameters.Read(exchange, "max-uploads");
        if (parameters.Delimiter.Length > 0)
            throw S3Errors.NotEmulated("a delimiter in ListMultipartUploads");

        _ = exchange.Store.GetVersioning(exchange.Bucket);
        var keyMarker = exchange.Query["key-marker"] ?? "";
        var uploadMarker = exchange.Query["upload-id-marker"] ?? "";
        var after = After(exchange.Store.Uploads.InProgress(exchange.Bucket, parameters.Prefix), keyMarker, uploadMarker);
        var page = after.Take(parameters.MaxKeys).ToList();
        return S3Answer.XmlAsync(exchange, "ListMultipartUploadsResult", xml =>
        {
            xml.Element("Bucket", exchange.Bucket);
            xml.Element("KeyMarker", parameters.Encode(keyMarker));
            xml.Element("UploadIdMarker", uploadMarker);
            xml.Element("Prefix", parameters.Encode(parameters.Prefix));
            xml.Element("EncodingType", parameters.EncodingType);
            xml.Element("MaxUploads", parameters.MaxKeys);
            xml.Element("IsTruncated", page.Count < after.Count);
            if (page.Count < after.Count && page.Count > 0)
            {
                xml.Element("NextKeyMarker", parameters.Encode(page[^1].Key));
                xml.Element("NextUploadIdMarker", page[^1].UploadId);
            }

            foreach (var upload in page)
            {
                xml.Nested("Upload", () =>
                {
                    xml.Element("Key", parameters.Encode(upload.Key));
                    xml.Element("UploadId", upload.UploadId);
                    xml.Owner("Initiator");
                    xml.Owner();
                    xml.Element("StorageClass", "STANDARD");
                    xml.Element("Initiated", upload.Initiated);
                });
            }
        });
    }

    // Uploads of one key are in the order of their beginning; without an upload marker the key marker's are all done.
    private static List<MultipartUpload> After(
        IReadOnlyList<MultipartUpload> uploads, string keyMarker, string uploadMarker)
    {
        if (keyMarker.Length == 0)
            return [.. uploads];

        var later = uploads.Where(each => KeyOrder.Instance.Compare(each.Key, keyMarker) > 0);
        var sameKey = uploadMarker.Length == 0
            ? []
            : uploads.Where(each => each.Key == keyMarker).SkipWhile(each => each.UploadId != uploadMarker).Skip(1);
        return [.. sameKey, .. later];
    }
}
