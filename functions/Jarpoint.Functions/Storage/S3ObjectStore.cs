using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime.Internal;
using Amazon.S3;
using Amazon.S3.Model;
using Jarpoint.Catalog.Storage;

namespace Jarpoint.Functions.Storage;

/// <summary>
/// The catalog's port over one S3 bucket. Retries are the SDK's (its standard mode); a retry after a lost answer shows
/// as <see cref="PutOutcome.PreconditionFailed"/>.
/// </summary>
public sealed class S3ObjectStore(IAmazonS3 client, string bucket, TimeProvider clock) : IObjectStore, IObjectCopier
{
    public async Task<GetOutcome> GetAsync(ObjectReference target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        try
        {
            var found = await client.GetObjectAsync(Get(target), cancellationToken);
            return new GetOutcome.Found(found.ResponseStream, S3Metadata.Of(found));
        }
        catch (AmazonS3Exception fault)
        {
            return S3Faults.Classify(fault) switch
            {
                S3Fault.Missing => new GetOutcome.Missing(),
                S3Fault.PreconditionFailed => new GetOutcome.Changed(),
                S3Fault.AccessDenied => throw Denied(target, fault),
                _ => throw Named(target, fault),
            };
        }
    }

    public async Task<RangeOutcome> GetRangeAsync(
        ObjectReference target, long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (buffer.IsEmpty)
        {
            return new RangeOutcome.Read(0);
        }

        var request = Get(target);
        request.ByteRange = new ByteRange(offset, offset + buffer.Length - 1);
        try
        {
            using var found = await client.GetObjectAsync(request, cancellationToken);
            // A server that ignores ranges answers 200 with other bytes than those asked for.
            return found.HttpStatusCode == HttpStatusCode.PartialContent
                ? new RangeOutcome.Read(await found.ResponseStream.ReadAtLeastAsync(
                    buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken))
                : throw new NotSupportedException($"{Name(target)}: the server ignored the range at {offset}");
        }
        catch (AmazonS3Exception fault)
        {
            return S3Faults.Classify(fault) switch
            {
                S3Fault.RangePastEnd => new RangeOutcome.Read(0),
                S3Fault.Missing => new RangeOutcome.Missing(),
                S3Fault.PreconditionFailed => new RangeOutcome.Changed(),
                S3Fault.AccessDenied => throw Denied(target, fault),
                _ => throw Named(target, fault),
            };
        }
    }

    public async Task<HeadOutcome> HeadAsync(ObjectReference target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        var request = new GetObjectMetadataRequest
        {
            BucketName = bucket,
            Key = target.Key,
            VersionId = target.VersionId,
            EtagToMatch = Quoted(target.ETag),
            ChecksumMode = ChecksumMode.ENABLED,
        };
        try
        {
            return new HeadOutcome.Found(S3Metadata.Of(await client.GetObjectMetadataAsync(request, cancellationToken)));
        }
        catch (AmazonS3Exception fault)
        {
            return S3Faults.Classify(fault) switch
            {
                S3Fault.Missing => new HeadOutcome.Missing(AnsweredAt(fault)),
                S3Fault.PreconditionFailed => new HeadOutcome.Changed(),
                S3Fault.AccessDenied => throw Denied(target, fault),
                _ => throw Named(target, fault),
            };
        }
    }

    public async Task<PutOutcome> PutAsync(ObjectWrite write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var content = S3Writes.Content(write);
        try
        {
            var stored = await client.PutObjectAsync(S3Writes.Request(bucket, write, content), cancellationToken);
            return new PutOutcome.Stored(S3Metadata.BareETag(stored.ETag), stored.VersionId);
        }
        catch (AmazonS3Exception fault)
        {
            var target = new ObjectReference(write.Key);
            return S3Faults.Classify(fault) switch
            {
                // 404 answers an If-Match on a key that is gone.
                S3Fault.PreconditionFailed or S3Fault.Missing => new PutOutcome.PreconditionFailed(),
                S3Fault.Conflict => new PutOutcome.Conflict(),
                S3Fault.AccessDenied => throw Denied(target, fault),
                _ => throw Named(target, fault),
            };
        }
    }

    public async Task<CopyOutcome> CopyAsync(
        ObjectReference source, string key, string contentType, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            var copied = await client.CopyObjectAsync(
                S3Writes.Copy(bucket, source, key, contentType), cancellationToken);
            return new CopyOutcome.Copied(S3Metadata.Hexadecimal(copied.ChecksumSHA1));
        }
        catch (AmazonS3Exception fault)
        {
            return S3Faults.Classify(fault) switch
            {
                S3Fault.Missing or S3Fault.PreconditionFailed => new CopyOutcome.SourceGone(),
                S3Fault.AccessDenied => S3Faults.IsArchived(fault)
                    ? new CopyOutcome.SourceGone()
                    : throw Denied(source, fault),
                _ => throw Named(source, fault),
            };
        }
    }

    public async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            await client.DeleteObjectAsync(
                new DeleteObjectRequest { BucketName = bucket, Key = key }, cancellationToken);
        }
        catch (AmazonS3Exception fault)
        {
            // S3 answers 204 for a key that is not there; other servers may say so.
            var target = new ObjectReference(key);
            switch (S3Faults.Classify(fault))
            {
                case S3Fault.Missing:
                    return;
                case S3Fault.AccessDenied:
                    throw Denied(target, fault);
                default:
                    throw Named(target, fault);
            }
        }
    }

    public async IAsyncEnumerable<ListedObject> ListAsync(
        string prefix, string? startAfter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request
        {
            BucketName = bucket,
            Prefix = prefix,
            StartAfter = startAfter,
            // XML 1.0 cannot carry every key that S3 stores.
            Encoding = EncodingType.Url,
        };
        bool more;
        do
        {
            var page = await ListPageAsync(request, cancellationToken);
            foreach (var listed in page.S3Objects ?? [])
            {
                yield return S3Listing.Of(listed, page.Encoding);
            }

            more = page.IsTruncated is true;
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (more);
    }

    private static string? Quoted(string? etag) => etag is null ? null : $"\"{etag}\"";

    private GetObjectRequest Get(ObjectReference target) => new()
    {
        BucketName = bucket,
        Key = target.Key,
        VersionId = target.VersionId,
        EtagToMatch = Quoted(target.ETag),
    };

    private async Task<ListObjectsV2Response> ListPageAsync(
        ListObjectsV2Request request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.ListObjectsV2Async(request, cancellationToken);
        }
        catch (AmazonS3Exception fault)
        {
            var target = new ObjectReference(request.Prefix);
            throw S3Faults.Classify(fault) == S3Fault.AccessDenied ? Denied(target, fault) : Named(target, fault);
        }
    }

    private DateTimeOffset AnsweredAt(AmazonS3Exception fault)
        => fault.InnerException is HttpErrorResponseException { Response: { } response }
            && DateTimeOffset.TryParse(
                response.GetHeaderValue("Date"), System.Globalization.CultureInfo.InvariantCulture, out var date)
            ? date
            : clock.GetUtcNow();

    private ObjectAccessDeniedException Denied(ObjectReference target, AmazonS3Exception fault)
        => new($"{Name(target)}: S3 refused access ({fault.ErrorCode})", fault);

    private S3RequestException Named(ObjectReference target, AmazonS3Exception fault)
        => new($"{Name(target)}: S3 answered {(int)fault.StatusCode} {fault.ErrorCode}", fault);

    private string Name(ObjectReference target) => $"s3://{bucket}/{target}";
}
