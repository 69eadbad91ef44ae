using System.Buffers;
using System.Security.Cryptography;
using Jarpoint.LocalCloud.S3.Checksums;

namespace Jarpoint.LocalCloud.S3.Bodies;

/// <summary>Streams a body to disk once, hashing as it goes.</summary>
internal static class BodyIngest
{
    private const int BufferSize = 128 * 1024;

    public static async Task<StagedBody> WriteAsync(
        BodyDirectory directory,
        Stream source,
        IReadOnlyCollection<ChecksumAlgorithm> algorithms,
        bool withSha256,
        CancellationToken cancellationToken)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using var sha256 = withSha256 ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        var checksums = algorithms.Select(each => new RunningChecksum(each)).ToArray();
        var (name, file) = directory.Create();
        var length = 0L;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using (file)
            {
                int read;
                while ((read = await source.ReadAsync(buffer.AsMemory(), cancellationToken)) > 0)
                {
                    var bytes = buffer.AsMemory(0, read);
                    md5.AppendData(bytes.Span);
                    sha256?.AppendData(bytes.Span);
                    foreach (var checksum in checksums)
                        checksum.Append(bytes.Span);
                    await file.WriteAsync(bytes, cancellationToken);
                    length += read;
                }
            }

            return new StagedBody(
                directory,
                new BodySegment(name, length),
                md5.GetHashAndReset(),
                [.. checksums.Select(each => new ObjectChecksum(each.Algorithm, Convert.ToBase64String(each.Finish())))],
                sha256 is null ? null : Convert.ToHexStringLower(sha256.GetHashAndReset()));
        }
        catch
        {
            directory.Delete([new BodySegment(name, length)]);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            foreach (var checksum in checksums)
                checksum.Dispose();
        }
    }
}
