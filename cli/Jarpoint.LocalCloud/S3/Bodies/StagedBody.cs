using Jarpoint.LocalCloud.S3.Checksums;

namespace Jarpoint.LocalCloud.S3.Bodies;

/// <summary>A body that is on disk but belongs to no version yet. Disposing of it unclaimed deletes the file.</summary>
/// <param name="Directory">Where the file is.</param>
/// <param name="Segment">The file.</param>
/// <param name="Md5">Sixteen bytes.</param>
/// <param name="Checksums">What was asked for, or CRC64NVME when nothing was.</param>
/// <param name="PayloadSha256">Lower-case hexadecimal, when the request's signature names it.</param>
internal sealed record StagedBody(
    BodyDirectory Directory,
    BodySegment Segment,
    byte[] Md5,
    IReadOnlyList<ObjectChecksum> Checksums,
    string? PayloadSha256) : IDisposable
{
    private bool isClaimed;

    public string ETag => Convert.ToHexStringLower(Md5);

    /// <summary>A version or a part owns the file from now on.</summary>
    public BodySegment Claim()
    {
        isClaimed = true;
        return Segment;
    }

    public void Dispose()
    {
        if (!isClaimed)
            Directory.Delete([Segment]);
    }
}
