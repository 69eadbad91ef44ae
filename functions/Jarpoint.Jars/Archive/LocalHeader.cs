using System.Buffers.Binary;

namespace Jarpoint.Jars.Archive;

/// <summary>
/// The header in front of an entry's bytes. Its sizes are not looked at: a data descriptor leaves them zero.
/// </summary>
internal static class LocalHeader
{
    public const int FixedLength = 30;

    /// <summary>Length of the header with name and extra field, or null when there is no local header here.</summary>
    public static int? Length(ReadOnlySpan<byte> local)
        => local.Length >= FixedLength
           && BinaryPrimitives.ReadUInt32LittleEndian(local) == ZipSignature.LocalHeader
            ? FixedLength
              + BinaryPrimitives.ReadUInt16LittleEndian(local[26..])
              + BinaryPrimitives.ReadUInt16LittleEndian(local[28..])
            : null;

    /// <summary>The packed bytes of an entry, or the part of them that <paramref name="local"/> reaches.</summary>
    public static ReadOnlyMemory<byte>? Packed(ReadOnlyMemory<byte> local, EntryLocation location)
        => Length(local.Span) is { } header && header <= local.Length
            ? local.Slice(header, (int)Math.Clamp(location.Packed, 0, local.Length - header))
            : null;
}
