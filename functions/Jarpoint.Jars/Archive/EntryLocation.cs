namespace Jarpoint.Jars.Archive;

/// <summary>Where an entry's bytes are and how they are packed, from its central header.</summary>
/// <param name="Offset">Absolute position of the local header.</param>
/// <param name="Packed">Compressed bytes.</param>
/// <param name="Size">Inflated bytes.</param>
/// <param name="Crc">CRC-32 of the inflated bytes.</param>
/// <param name="Method">Compression method: 0 stored, 8 deflated.</param>
/// <param name="Encrypted">General purpose bit 0.</param>
internal readonly record struct EntryLocation(
    long Offset, long Packed, long Size, uint Crc, ushort Method, bool Encrypted)
{
    public const ushort Stored = 0;
    public const ushort Deflated = 8;

    public bool Readable => !Encrypted && Method is Stored or Deflated;

    /// <summary>
    /// True when the entry can end at or before <paramref name="limit"/>, where the directory begins.
    /// </summary>
    public bool FitsBefore(long limit)
        => Packed >= 0 && Packed <= limit && Offset <= limit - Packed - LocalHeader.FixedLength;
}
