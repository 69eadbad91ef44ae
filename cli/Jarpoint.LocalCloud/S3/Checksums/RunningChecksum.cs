using System.IO.Hashing;
using System.Security.Cryptography;

namespace Jarpoint.LocalCloud.S3.Checksums;

/// <summary>One checksum of a body that streams by.</summary>
internal sealed class RunningChecksum(ChecksumAlgorithm algorithm) : IDisposable
{
    private readonly NonCryptographicHashAlgorithm? crc = algorithm switch
    {
        ChecksumAlgorithm.Crc32 => new Crc32(),
        ChecksumAlgorithm.Crc32C => new Crc32C(),
        ChecksumAlgorithm.Crc64Nvme => new Crc64Nvme(),
        _ => null,
    };

    private readonly IncrementalHash? sha = algorithm switch
    {
        ChecksumAlgorithm.Sha1 => IncrementalHash.CreateHash(HashAlgorithmName.SHA1),
        ChecksumAlgorithm.Sha256 => IncrementalHash.CreateHash(HashAlgorithmName.SHA256),
        _ => null,
    };

    public ChecksumAlgorithm Algorithm => algorithm;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        crc?.Append(bytes);
        sha?.AppendData(bytes);
    }

    /// <summary>The bytes as S3 orders them: most significant first.</summary>
    public byte[] Finish()
    {
        if (sha is not null)
            return sha.GetHashAndReset();

        var value = crc!.GetHashAndReset();
        Array.Reverse(value);
        return value;
    }

    public void Dispose() => sha?.Dispose();
}
