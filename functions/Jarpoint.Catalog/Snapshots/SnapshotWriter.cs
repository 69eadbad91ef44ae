using System.Buffers;
using System.Text.Json;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Json;

namespace Jarpoint.Catalog.Snapshots;

/// <summary>Writes a snapshot: a header, a line for each key, a closing line. Equal states give equal bytes.</summary>
internal static class SnapshotWriter
{
    private const int Block = 64 << 10;

    public static void Write(Stream destination, long revision, CatalogState state)
    {
        var block = new ArrayBufferWriter<byte>(2 * Block);
        using var writer = new Utf8JsonWriter(block, Wire.Written);
        SnapshotHeader.Write(writer, revision);
        writer.Flush();
        var separator = "\n"u8;
        foreach (var key in state.Keys)
        {
            block.Write(separator);
            separator = ",\n"u8;
            writer.Reset();
            KeyStateText.Write(writer, key);
            writer.Flush();
            if (block.WrittenCount >= Block)
            {
                destination.Write(block.WrittenSpan);
                block.ResetWrittenCount();
            }
        }

        block.Write("\n]}\n"u8);
        destination.Write(block.WrittenSpan);
    }
}
