namespace Jarpoint.LocalCloud.S3.Checksums;

/// <summary>A checksum stored with an object.</summary>
/// <param name="Algorithm">Which one.</param>
/// <param name="Value">Base64; a composite one ends in <c>-N</c>, the number of its parts.</param>
/// <param name="IsComposite">A checksum of the parts' checksums, not of the bytes.</param>
public sealed record ObjectChecksum(ChecksumAlgorithm Algorithm, string Value, bool IsComposite = false)
{
    public string WireType => IsComposite ? "COMPOSITE" : "FULL_OBJECT";
}
