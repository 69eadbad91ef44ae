using System.Buffers.Binary;

namespace Jarpoint.Jars.Archive;

/// <summary>
/// Finds the end record in an archive's tail. A comment may contain the record's signature, so a candidate counts
/// only when the directory it names fits in front of it; one whose comment ends the file wins over any other.
/// </summary>
internal static class EndRecordFinder
{
    public const int FixedLength = 22;

    /// <summary>Bytes that hold the longest comment, the end records, and many a small directory.</summary>
    public const int TailBytes = 128 << 10;

    private static ReadOnlySpan<byte> Signature => "PK\x05\x06"u8;

    public static EndRecord Find(ReadOnlySpan<byte> tail, long tailOffset)
    {
        var resolved = new List<EndRecord>();
        var searched = tail;
        var from = Math.Max(0, tail.Length - TailBytes);
        var seen = false;
        while (searched[from..].LastIndexOf(Signature) is >= 0 and var found)
        {
            var at = from + found;
            searched = tail[..(at + Signature.Length - 1)];
            seen |= at + FixedLength <= tail.Length;
            if (at + FixedLength <= tail.Length && Resolve(tail, tailOffset, at) is { } record)
            {
                resolved.Add(record);
            }
        }

        return resolved.Find(static record => record.TrailingBytes == 0)
            ?? resolved.FirstOrDefault()
            ?? throw (seen
                ? new JarRejectedException(
                    RejectionReason.Damaged,
                    "The end record fits no central directory: the archive is cut short, or the record is wrong.")
                : new JarRejectedException(
                    RejectionReason.NotAnArchive,
                    "No end-of-central-directory record: not a zip archive, or cut short."));
    }

    private static EndRecord? Resolve(ReadOnlySpan<byte> tail, long tailOffset, int at)
    {
        var record = tail[at..];
        long entries = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        long bytes = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        var trailing = record.Length - FixedLength - BinaryPrimitives.ReadUInt16LittleEndian(record[20..]);
        var end = tailOffset + at;
        if ((entries == ushort.MaxValue || bytes == uint.MaxValue || offset == uint.MaxValue)
            && Zip64EndRecord.Find(tail, tailOffset, at) is { } zip64)
        {
            (end, entries) = (zip64.Position, zip64.Entries);
            (bytes, offset) = (zip64.DirectoryBytes, zip64.DirectoryOffset);
        }

        if (trailing < 0 || bytes < 0 || offset < 0 || bytes > end || offset > end - bytes)
        {
            return null;
        }

        if (bytes == 0)
        {
            return entries == 0 ? new EndRecord(end, 0, 0, 0, trailing) : null;
        }

        var start = end - bytes;
        if (IsHeaderOrUnseen(tail, start - tailOffset))
        {
            return new EndRecord(start, bytes, entries, start - offset, trailing);
        }

        // Something lies between directory and end record (a digital signature record): trust the stored offset.
        return IsHeaderOrUnseen(tail, offset - tailOffset) ? new EndRecord(offset, bytes, entries, 0, trailing) : null;
    }

    private static bool IsHeaderOrUnseen(ReadOnlySpan<byte> tail, long position)
        => position < 0
           || (position + sizeof(uint) <= tail.Length
               && BinaryPrimitives.ReadUInt32LittleEndian(tail[(int)position..]) == ZipSignature.CentralHeader);
}
