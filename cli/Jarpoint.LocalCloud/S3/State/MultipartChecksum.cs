using System.Globalization;
using Jarpoint.LocalCloud.S3.Bodies;
using Jarpoint.LocalCloud.S3.Checksums;

namespace Jarpoint.LocalCloud.S3.State;

/// <summary>
/// The checksum of a completed upload: of the parts' checksums, or of all bytes, which takes one more pass over the
/// parts on disk.
/// </summary>
internal static class MultipartChecksum
{
    private const int BufferSize = 128 * 1024;

    public static async Task<ObjectChecksum> OfAsync(
        MultipartUpload upload,
        IReadOnlyList<UploadedPart> parts,
        BodyDirectory bodies,
        CancellationToken cancellationToken)
    {
        var algorithm = upload.Checksum ?? ChecksumAlgorithm.Crc64Nvme;
        if (!upload.IsComposite)
            return await OfBytesAsync(algorithm, parts.Select(part => part.Body), bodies, cancellationToken);

        using var whole = new RunningChecksum(algorithm);
        foreach (var part in parts)
        {
            var own = part.Checksums.FirstOrDefault(each => each.Algorithm == algorithm)
                ?? await OfBytesAsync(algorithm, [part.Body], bodies, cancellationToken);
            whole.Append(Convert.FromBase64String(own.Value));
        }

        var value = Convert.ToBase64String(whole.Finish());
        return new ObjectChecksum(
            algorithm, string.Create(CultureInfo.InvariantCulture, $"{value}-{parts.Count}"), IsComposite: true);
    }

    private static async Task<ObjectChecksum> OfBytesAsync(
        ChecksumAlgorithm algorithm,
        IEnumerable<BodySegment> segments,
        BodyDirectory bodies,
        CancellationToken cancellationToken)
    {
        using var checksum = new RunningChecksum(algorithm);
        await using var content = bodies.Open([.. segments]);
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            checksum.Append(buffer.AsSpan(0, read));
        return new ObjectChecksum(algorithm, Convert.ToBase64String(checksum.Finish()));
    }
}
