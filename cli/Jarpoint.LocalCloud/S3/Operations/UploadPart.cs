using System.Globalization;
using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Bodies;
using Jarpoint.LocalCloud.S3.Checksums;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Operations;

/// <summary>UploadPart, and UploadPartCopy when the request names a source.</summary>
internal static class UploadPart
{
    private const int MostParts = 10_000;

    public static Task HandleAsync(S3Exchange exchange)
    {
        var upload = exchange.Store.Uploads.Get(exchange.Bucket, exchange.Key, exchange.Query["uploadId"] ?? "");
        var number = NumberOf(exchange.Query["partNumber"]);
        return exchange.Header(CopyObject.SourceHeader) is { } source
            ? CopyAsync(exchange, upload, number, CopySource.Parse(source))
            : StoreAsync(exchange, upload, number);
    }

    private static async Task StoreAsync(S3Exchange exchange, MultipartUpload upload, int number)
    {
        using var body = await RequestBody.StageAsync(exchange, ContentClaims.Read(exchange));
        var part = exchange.Store.Uploads.PutPart(upload, number, body);
        exchange.Response.Headers.ETag = $"\"{part.ETag}\"";
        foreach (var checksum in part.Checksums)
            exchange.Response.Headers[checksum.Algorithm.Header()] = checksum.Value;
        await S3Answer.EmptyAsync(exchange);
    }

    private static async Task CopyAsync(S3Exchange exchange, MultipartUpload upload, int number, CopySource source)
    {
        var (version, content) = CopyObject.Open(exchange, source);
        await using (content)
        {
            if (ByteRange.Of(exchange.Header("x-amz-copy-source-range"), version.Size) is { } range)
                content.Slice(range.Offset, range.Length);

            using var body = await BodyIngest.WriteAsync(
                exchange.Store.Bodies,
                content,
                [upload.Checksum ?? ChecksumAlgorithm.Crc64Nvme],
                withSha256: false,
                exchange.Cancelled);
            var part = exchange.Store.Uploads.PutPart(upload, number, body);
            CopyObject.ShowSource(exchange, source, version);
            await S3Answer.XmlAsync(exchange, "CopyPartResult", xml =>
            {
                xml.Element("LastModified", part.LastModified);
                xml.ETag(part.ETag);
                foreach (var checksum in part.Checksums)
                    xml.Element(checksum.Algorithm.XmlElement(), checksum.Value);
            });
        }
    }

    private static int NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostParts
            ? number
            : throw S3Errors.InvalidArgument(
                "partNumber", text, "Part number must be an integer between 1 and 10000, inclusive");
}
