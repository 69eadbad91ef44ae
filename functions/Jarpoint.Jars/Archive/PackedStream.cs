using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Jarpoint.Jars.Archive;

/// <summary>Opens packed bytes for reading: inflated by the framework, or as they are.</summary>
internal static class PackedStream
{
    public static Stream Open(ReadOnlyMemory<byte> packed, EntryLocation location)
    {
        var stream = MemoryMarshal.TryGetArray(packed, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(packed.ToArray(), writable: false);
        return location.Method == EntryLocation.Deflated
            ? new DeflateStream(stream, CompressionMode.Decompress)
            : stream;
    }
}
