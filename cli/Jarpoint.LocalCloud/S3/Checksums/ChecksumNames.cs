namespace Jarpoint.LocalCloud.S3.Checksums;

/// <summary>How S3 spells its checksum algorithms, in headers (<c>x-amz-checksum-crc32</c>) and in XML.</summary>
internal static class ChecksumNames
{
    public const string HeaderPrefix = "x-amz-checksum-";

    public static string Wire(this ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 => "CRC32",
        ChecksumAlgorithm.Crc32C => "CRC32C",
        ChecksumAlgorithm.Crc64Nvme => "CRC64NVME",
        ChecksumAlgorithm.Sha1 => "SHA1",
        _ => "SHA256",
    };

    public static string Header(this ChecksumAlgorithm algorithm) =>
        HeaderPrefix + algorithm.Wire().ToLowerInvariant();

    public static string XmlElement(this ChecksumAlgorithm algorithm) => "Checksum" + algorithm.Wire();

    public static int Bytes(this ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 or ChecksumAlgorithm.Crc32C => 4,
        ChecksumAlgorithm.Crc64Nvme => 8,
        ChecksumAlgorithm.Sha1 => 20,
        _ => 32,
    };

    public static bool IsCrc(this ChecksumAlgorithm algorithm) => algorithm <= ChecksumAlgorithm.Crc64Nvme;

    public static ChecksumAlgorithm? Parse(string name)
    {
        foreach (var algorithm in Enum.GetValues<ChecksumAlgorithm>())
        {
            if (algorithm.Wire().Equals(name, StringComparison.OrdinalIgnoreCase))
                return algorithm;
        }

        return null;
    }
}
