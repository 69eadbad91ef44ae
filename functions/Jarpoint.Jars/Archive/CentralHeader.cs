using System.Buffers.Binary;

namespace Jarpoint.Jars.Archive;

/// <summary>One central header, read in place.</summary>
internal readonly ref struct CentralHeader
{
    public const int FixedLength = 46;

    private readonly ReadOnlySpan<byte> header;

    private CentralHeader(ReadOnlySpan<byte> header, int nameLength)
    {
        this.header = header;
        Name = header.Slice(FixedLength, nameLength);
    }

    public ReadOnlySpan<byte> Name { get; }

    public int Length => header.Length;

    public uint Crc => BinaryPrimitives.ReadUInt32LittleEndian(header[16..]);

    public long Size => Zip64Extra.Resolve(Extra, SizeField, 0);

    /// <summary>
    /// Reads the header at the start of <paramref name="directory"/>; false when it is cut or foreign.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> directory, out CentralHeader header)
    {
        header = default;
        if (directory.Length < FixedLength
            || BinaryPrimitives.ReadUInt32LittleEndian(directory) != ZipSignature.CentralHeader)
        {
            return false;
        }

        var name = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
        var length = FixedLength + name
            + BinaryPrimitives.ReadUInt16LittleEndian(directory[30..])
            + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
        if (length > directory.Length)
        {
            return false;
        }

        header = new CentralHeader(directory[..length], name);
        return true;
    }

    /// <summary>The entry's location in an archive that begins after <paramref name="prefix"/> foreign bytes.</summary>
    public EntryLocation Locate(long prefix)
    {
        // Zip64 values are present only for saturated fields, in this order.
        var skip = SizeField == uint.MaxValue ? 1 : 0;
        var packed = Zip64Extra.Resolve(Extra, PackedField, skip);
        skip += PackedField == uint.MaxValue ? 1 : 0;
        var offset = Zip64Extra.Resolve(Extra, OffsetField, skip);
        return new EntryLocation(
            offset < 0 || offset > long.MaxValue - prefix ? long.MaxValue : offset + prefix,
            packed,
            Size,
            Crc,
            BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
            (BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) & 1) != 0);
    }

    private uint PackedField => BinaryPrimitives.ReadUInt32LittleEndian(header[20..]);

    private uint SizeField => BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);

    private uint OffsetField => BinaryPrimitives.ReadUInt32LittleEndian(header[42..]);

    private ReadOnlySpan<byte> Extra
        => header.Slice(FixedLength + Name.Length, BinaryPrimitives.ReadUInt16LittleEndian(header[30..]));
}
