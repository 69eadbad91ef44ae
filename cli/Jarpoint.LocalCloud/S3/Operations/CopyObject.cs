using Jarpoint.LocalCloud.S3.Answers;
using Jarpoint.LocalCloud.S3.Bodies;
using Jarpoint.LocalCloud.S3.Checksums;
using Jarpoint.LocalCloud.S3.Requests;
using Jarpoint.LocalCloud.S3.State;

namespace Jarpoint.LocalCloud.S3.Operations;

internal static class CopyObject
{
    public const string SourceHeader = "x-amz-copy-source";

    public static async Task HandleAsync(S3Exchange exchange, CopySource source)
    {
        var condition = WriteConditions.OfWrite(exchange);
        var replaces = ReplacesMetadata(exchange, source);
        var (version, content) = Open(exchange, source);
        await using (content)
        {
            using var body = await BodyIngest.WriteAsync(
                exchange.Store.Bodies, content, [AlgorithmOf(exchange, version)], withSha256: false, exchange.Cancelled);
            var copy = exchange.Store.Write(
                exchange.Bucket,
                exchange.Key,
                new VersionDraft([body.Segment], body.ETag, S3EventNames.Copy)
                {
                    Headers = replaces ? StoredHeaders.Read(exchange) : version.Headers,
                    Checksums = body.Checksums,
                    Condition = condition,
                });
            body.Claim();
            ShowSource(exchange, source, version);
            exchange.ShowVersion(copy.VersionId);
            await S3Answer.XmlAsync(exchange, "CopyObjectResult", xml =>
            {
                xml.Element("LastModified", copy.LastModified);
                xml.ETag(copy.ETag);
                xml.Checksums(copy.Checksums);
            });
        }
    }

    /// <summary>The source in the state the request's conditions name.</summary>
    public static (ObjectVersion Version, BodyStream Content) Open(S3Exchange exchange, CopySource source)
    {
        var (version, content) = exchange.Store.LookAndOpen(source.Bucket, source.Key, source.VersionId);
        if (version is null && source.VersionId is not null)
            throw S3Errors.NoSuchVersion(source.Key, source.VersionId);
        if (version is { IsDeleteMarker: true } && source.VersionId is not null)
            throw S3Errors.InvalidRequest("The source of a copy request may not specifically refer to a delete marker by version id.");
        if (version is null || content is null)
            throw S3Errors.NoSuchKey(source.Key);

        try
        {
            ReadConditions.OfCopySource(exchange).VerifyCopySource(version);
            return (version, content);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    public static void ShowSource(S3Exchange exchange, CopySource source, ObjectVersion version)
    {
        if (exchange.Store.GetVersioning(source.Bucket) != BucketVersioning.Off)
            exchange.Response.Headers["x-amz-copy-source-version-id"] = version.VersionId;
    }

    private static bool ReplacesMetadata(S3Exchange exchange, CopySource source)
    {
        var replaces = exchange.Header("x-amz-metadata-directive") switch
        {
            null or "COPY" => false,
            "REPLACE" => true,
            var other => throw S3Errors.InvalidArgument("x-amz-metadata-directive", other, "Unknown metadata directive."),
        };
        if (!replaces && source == new CopySource(exchange.Bucket, exchange.Key, null)
            && exchange.Header("x-amz-storage-class") is null)
        {
            throw S3Errors.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the "
                + "object's metadata, storage class, website redirect location or encryption attributes.");
        }

        return replaces;
    }

    private static ChecksumAlgorithm AlgorithmOf(S3Exchange exchange, ObjectVersion source)
    {
        if (exchange.Header("x-amz-checksum-algorithm") is { } name)
            return ChecksumNames.Parse(name) ?? throw S3Errors.NotEmulated($"the checksum algorithm {name}");

        return source.Checksums.Count > 0 ? source.Checksums[0].Algorithm : ChecksumAlgorithm.Crc64Nvme;
    }
}
