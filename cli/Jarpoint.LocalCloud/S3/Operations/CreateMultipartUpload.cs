using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Checksums;
using Jarpoint.LocalCloud.S3.Requests;

namespace Jarpoint.LocalCloud.S3.Operations;

internal static class CreateMultipartUpload
{
    public static Task HandleAsync(S3Exchange exchange)
    {
        StoredHeaders.RefuseWhatIsNotEmulated(exchange);
        var algorithm = AlgorithmOf(exchange.Header("x-amz-checksum-algorithm"));
        var upload = exchange.Store.Uploads.Begin(
            exchange.Bucket,
            exchange.Key,
            StoredHeaders.Read(exchange),
            algorithm,
            IsComposite(exchange.Header("x-amz-checksum-type"), algorithm));
        if (algorithm is { } named)
        {
            exchange.Response.Headers["x-amz-checksum-algorithm"] = named.Wire();
            exchange.Response.Headers["x-amz-checksum-type"] = upload.IsComposite ? "COMPOSITE" : "FULL_OBJECT";
        }

        return S3Answer.XmlAsync(exchange, "InitiateMultipartUploadResult", xml =>
        {
            xml.Element("Bucket", exchange.Bucket);
            xml.Element("Key", exchange.Key);
            xml.Element("UploadId", upload.UploadId);
        });
    }

    private static ChecksumAlgorithm? AlgorithmOf(string? name) => name is null ? null
        : ChecksumNames.Parse(name) ?? throw S3Errors.NotEmulated($"the checksum algorithm {name}");

    // CRC64NVME exists for whole objects only, the SHA family for parts only; the 32-bit CRCs have both.
    private static bool IsComposite(string? type, ChecksumAlgorithm? algorithm)
    {
        var isComposite = type switch
        {
            null => algorithm is not (null or ChecksumAlgorithm.Crc64Nvme),
            "COMPOSITE" => true,
            "FULL_OBJECT" => false,
            _ => throw S3Errors.InvalidRequest("Value for x-amz-checksum-type header is invalid."),
        };
        var isPossible = isComposite ? algorithm is not (null or ChecksumAlgorithm.Crc64Nvme)
            : algorithm is null || algorithm.Value.IsCrc();
        return isPossible ? isComposite : throw S3Errors.InvalidRequest(
            $"The {type} checksum type cannot be used with the {algorithm?.Wire().ToLowerInvariant()} checksum algorithm.");
    }
}
