using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Jarpoint.LocalCloud.S3.Bodies;
using Jarpoint.LocalCloud.S3.Checksums;

namespace Jarpoint.LocalCloud.S3.State;

/// <summary>Uploads in parts. They live in memory only; a kept store forgets unfinished ones.</summary>
internal sealed class MultipartUploads(S3Store store)
{
    private const long SmallestPart = 5 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, MultipartUpload> uploads = new(StringComparer.Ordinal);

    public MultipartUpload Begin(
        string bucket,
        string key,
        IReadOnlyDictionary<string, string> headers,
        ChecksumAlgorithm? checksum,
        bool isComposite)
    {
        var upload = new MultipartUpload
        {
            UploadId = VersionIds.Next() + VersionIds.Next(),
            Bucket = bucket,
            Key = key,
            Initiated = store.Clock.GetUtcNow(),
            Headers = headers,
            Checksum = checksum,
            IsComposite = isComposite,
            Since = new VersionDraft.SeenState(store.Look(bucket, key, versionId: null)?.Sequencer),
        };
        uploads[upload.UploadId] = upload;
        return upload;
    }

    public MultipartUpload Get(string bucket, string key, string uploadId) =>
        FindAny(bucket, key, uploadId) is { Completed: null } upload ? upload : throw S3Errors.NoSuchUpload(uploadId);

    public IReadOnlyList<MultipartUpload> InProgress(string bucket, string prefix) =>
    [
        .. uploads.Values
            .Where(each => each.Bucket == bucket && each.Completed is null)
            .Where(each => each.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(each => each.Key, KeyOrder.Instance).ThenBy(each => each.Initiated)
            .ThenBy(each => each.UploadId, StringComparer.Ordinal),
    ];

    public UploadedPart PutPart(MultipartUpload upload, int number, StagedBody body)
    {
        lock (upload.Gate)
        {
            if (upload.IsAborted || upload.Completed is not null)
                throw S3Errors.NoSuchUpload(upload.UploadId);

            var part = new UploadedPart(number, body.Claim(), body.Md5, body.Checksums, store.Clock.GetUtcNow());
            if (upload.Put(part) is { } replaced)
                store.Bodies.Delete([replaced.Body]);
            return part;
        }
    }

    public void Abort(string bucket, string key, string uploadId)
    {
        var upload = Get(bucket, key, uploadId);
        lock (upload.Gate)
        {
            if (upload.Completed is not null)
                throw S3Errors.NoSuchUpload(uploadId);

            upload.IsAborted = true;
            uploads.TryRemove(uploadId, out _);
            store.Bodies.Delete(upload.Parts.Select(part => part.Body));
        }
    }

    public async Task<ObjectVersion> CompleteAsync(
        string bucket,
        string key,
        string uploadId,
        IReadOnlyList<NamedPart> named,
        WriteCondition condition,
        CancellationToken cancellationToken)
    {
        var upload = FindAny(bucket, key, uploadId) ?? throw S3Errors.NoSuchUpload(uploadId);
        if (upload.Completed is { } done)
            return done;

        var parts = Select(upload, named);
        var checksum = await MultipartChecksum.OfAsync(upload, parts, store.Bodies, cancellationToken);
        lock (upload.Gate)
        {
            if (upload.Completed is { } meanwhile)
                return meanwhile;
            if (upload.IsAborted)
                throw S3Errors.NoSuchUpload(uploadId);
            if (parts.Except(upload.Parts).Any())
                throw S3Errors.InvalidPart();

            var version = store.Write(
                bucket,
                key,
                new VersionDraft([.. parts.Select(part => part.Body)], ETagOf(parts), S3EventNames.CompleteMultipartUpload)
                {
                    Headers = upload.Headers,
                    Checksums = [checksum],
                    PartCount = parts.Count,
                    Condition = condition,
                    Since = upload.Since,
                });
            upload.Completed = version;
            store.Bodies.Delete(upload.Parts.Except(parts).Select(part => part.Body));
            return version;
        }
    }

    private MultipartUpload? FindAny(string bucket, string key, string uploadId) =>
        uploads.GetValueOrDefault(uploadId) is { } upload && upload.Bucket == bucket && upload.Key == key
            ? upload
            : null;

    private static List<UploadedPart> Select(MultipartUpload upload, IReadOnlyList<NamedPart> named)
    {
        var uploaded = upload.Parts.ToDictionary(part => part.Number);
        var parts = new List<UploadedPart>();
        foreach (var wanted in named)
        {
            if (parts.Count > 0 && wanted.Number <= parts[^1].Number)
                throw S3Errors.InvalidPartOrder();
            if (!uploaded.TryGetValue(wanted.Number, out var part) || part.ETag != wanted.ETag
                || wanted.Checksums.Any(each => Differs(part, each)))
            {
                throw S3Errors.InvalidPart();
            }

            parts.Add(part);
        }

        if (parts.Count == 0)
            throw S3Errors.MalformedXml();
        return parts.SkipLast(1).All(part => part.Body.Length >= SmallestPart)
            ? parts
            : throw S3Errors.EntityTooSmall();
    }

    private static bool Differs(UploadedPart part, ObjectChecksum claimed) =>
        part.Checksums.FirstOrDefault(each => each.Algorithm == claimed.Algorithm) is { } known
        && known.Value != claimed.Value;

    private static string ETagOf(List<UploadedPart> parts)
    {
        var digests = parts.SelectMany(part => part.Md5).ToArray();
        return string.Create(
            CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(MD5.HashData(digests))}-{parts.Count}");
    }
}
