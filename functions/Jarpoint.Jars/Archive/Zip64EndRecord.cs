using System.Buffers.Binary;

namespace Jarpoint.Jars.Archive;

/// <summary>The zip64 end record, which carries what does not fit the classic one.</summary>
internal readonly record struct Zip64EndRecord(long Position, long Entries, long DirectoryBytes, long DirectoryOffset)
{
    private const int FixedLength = 56;
    private const int LocatorLength = 20;

    /// <summary>Reads the record by the locator in front of the classic end record at <paramref name="end"/>.</summary>
    public static Zip64EndRecord? Find(ReadOnlySpan<byte> tail, long tailOffset, int end)
    {
        var locator = end - LocatorLength;
        if (locator < 0 || BinaryPrimitives.ReadUInt32LittleEndian(tail[locator..]) != ZipSignature.Zip64Locator)
        {
            return null;
        }

        // The locator's offset lacks prepended bytes; the record is all but always right in front of the locator.
        var stated = BinaryPrimitives.ReadInt64LittleEndian(tail[(locator + 8)..]) - tailOffset;
        return Read(tail, tailOffset, locator - FixedLength) ?? Read(tail, tailOffset, stated);
    }

    private static Zip64EndRecord? Read(ReadOnlySpan<byte> tail, long tailOffset, long at)
    {
        if (at < 0 || at > tail.Length - FixedLength)
        {
            return null;
        }

        var record = tail[(int)at..];
        return BinaryPrimitives.ReadUInt32LittleEndian(record) == ZipSignature.Zip64EndRecord
            ? new Zip64EndRecord(
                tailOffset + at,
                BinaryPrimitives.ReadInt64LittleEndian(record[32..]),
                BinaryPrimitives.ReadInt64LittleEndian(record[40..]),
                BinaryPrimitives.ReadInt64LittleEndian(record[48..]))
            : null;
    }
}
