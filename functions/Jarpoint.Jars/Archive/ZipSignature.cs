namespace Jarpoint.Jars.Archive;

/// <summary>
/// Record signatures of APPNOTE.TXT 6.3.10, little-endian.
/// https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.10.TXT
/// </summary>
internal static class ZipSignature
{
    public const uint LocalHeader = 0x04034b50;
    public const uint CentralHeader = 0x02014b50;
    public const uint EndRecord = 0x06054b50;
    public const uint Zip64EndRecord = 0x06064b50;
    public const uint Zip64Locator = 0x07064b50;
}
