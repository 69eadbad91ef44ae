using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Jarpoint.Catalog.Storage;
using Jarpoint.Functions.Storage;

namespace Jarpoint.Cli.Push;

/// <summary>
/// Uploads a jar under a key that is free, in one request: only that gives the object a SHA-256 of its whole content,
/// which S3 compares with what it received.
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
/// </summary>
internal sealed class JarPusher(IAmazonS3 s3, string bucket, TimeProvider clock)
{
    /// <summary>S3 takes no more in one request.</summary>
    public const long LargestSize = 5L * 1024 * 1024 * 1024;

    private const int Tries = 5;

    private readonly S3ObjectStore store = new(s3, bucket, clock);

    /// <param name="jar">What.</param>
    /// <param name="progress">Called with the bytes that were sent so far, on any thread.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    public async Task<PushOutcome> PushAsync(PushedJar jar, Action<long> progress, CancellationToken cancellationToken)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await PutAsync(jar, progress, cancellationToken);
                }
                catch (AmazonS3Exception taken) when (S3Faults.Classify(taken) is S3Fault.PreconditionFailed)
                {
                    return await WhatIsThereAsync(jar, cancellationToken);
                }
                catch (AmazonS3Exception busy) when (S3Faults.Classify(busy) is S3Fault.Conflict && attempt < Tries)
                {
                    // Another conditional write of this key is in flight, or was when this one arrived.
                    await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), clock, cancellationToken);
                }
            }
        }
        catch (AmazonS3Exception refused)
        {
            return new PushOutcome.Failed($"S3 answered {(int)refused.StatusCode} {refused.ErrorCode}");
        }
        catch (Exception broken) when (broken is IOException or AmazonClientException or HttpRequestException
            or ObjectAccessDeniedException)
        {
            return new PushOutcome.Failed(broken.Message);
        }
    }

    private async Task<PushOutcome> PutAsync(PushedJar jar, Action<long> progress, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(jar.Path);
        var request = new PutObjectRequest
        {
            BucketName = bucket,
            Key = jar.Key,
            InputStream = content,
            AutoCloseStream = false,
            ContentType = "application/java-archive",
            IfNoneMatch = "*",
            ChecksumSHA256 = Convert.ToBase64String(jar.Sha256.Span),
            UseChunkEncoding = false,
        };
        request.StreamTransferProgress += (_, sent) => progress(sent.TransferredBytes);
        var answer = await s3.PutObjectAsync(request, cancellationToken);
        return new PushOutcome.There(answer.VersionId, answer.ETag.Trim('"'), Fresh: true);
    }

    private async Task<PushOutcome> WhatIsThereAsync(PushedJar jar, CancellationToken cancellationToken)
        => await store.HeadAsync(new ObjectReference(jar.Key), cancellationToken) switch
        {
            HeadOutcome.Found({ } found) when found.Sha256 == jar.Digest
                => new PushOutcome.There(found.VersionId, found.ETag, Fresh: false),
            // Uploaded by something that gives no SHA-256: the bytes themselves tell, when there are as many.
            HeadOutcome.Found({ Sha256: null } found) when found.Size == jar.Size
                && await IsSameAsync(jar, found, cancellationToken)
                => new PushOutcome.There(found.VersionId, found.ETag, Fresh: false),
            HeadOutcome.Found({ } found) => new PushOutcome.Occupied(found.Size, found.Sha256, found.LastModified),
            _ => new PushOutcome.Failed("it was there and is gone again; push once more"),
        };

    private async Task<bool> IsSameAsync(PushedJar jar, ObjectMetadata there, CancellationToken cancellationToken)
    {
        var reference = new ObjectReference(jar.Key, there.VersionId, there.ETag);
        if (await store.GetAsync(reference, cancellationToken) is not GetOutcome.Found found)
        {
            return false;
        }

        await using (found.Content)
        {
            var digest = await SHA256.HashDataAsync(found.Content, cancellationToken);
            return jar.Sha256.Span.SequenceEqual(digest);
        }
    }
}
