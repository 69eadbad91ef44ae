namespace Jarpoint.LocalCloud.S3.Checksums;

public enum ChecksumAlgorithm
{
    Crc32,
    Crc32C,
    Crc64Nvme,
    Sha1,
    Sha256,
}
