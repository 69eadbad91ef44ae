using System.Buffers.Binary;
using Jarpoint.Jars.Archive;

namespace Jarpoint.Jars.Classes;

/// <summary>
/// The first eight bytes of a class file.
/// https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html#jvms-4.1
/// </summary>
/// <param name="Major">Class file version, 45 for Java 1.1.</param>
/// <param name="Minor">65,535 marks preview features since Java 12.</param>
internal readonly record struct ClassHeader(ushort Major, ushort Minor)
{
    public const int Length = 8;

    /// <summary>Packed bytes that hold the first eight: a deflate block's code tables stay well below.</summary>
    public const int PackedReach = 1024;

    private const uint Magic = 0xCAFEBABE;
    private const int FirstMajor = 45;
    private const int FirstPreviewMajor = 56;

    public int Release => Major - 44;

    public bool Preview => Minor == ushort.MaxValue && Major >= FirstPreviewMajor;

    public static ClassHeader? Parse(ReadOnlySpan<byte> bytes)
        => bytes.Length >= Length
           && BinaryPrimitives.ReadUInt32BigEndian(bytes) == Magic
           && BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]) is >= FirstMajor and var major
            ? new ClassHeader(major, BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]))
            : null;

    /// <summary>Unpacks just the header of the class whose local header <paramref name="local"/> begins with.</summary>
    public static ClassHeader? Unpack(ReadOnlyMemory<byte> local, EntryLocation location)
    {
        if (!location.Readable || LocalHeader.Packed(local, location) is not { } packed)
        {
            return null;
        }

        Span<byte> header = stackalloc byte[Length];
        packed = packed[..Math.Min(packed.Length, PackedReach)];
        if (location.Method == EntryLocation.Stored)
        {
            return Parse(packed.Span);
        }

        try
        {
            using var stream = PackedStream.Open(packed, location);
            return Parse(header[..stream.ReadAtLeast(header, Length, throwOnEndOfStream: false)]);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
