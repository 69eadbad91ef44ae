using System.Buffers;
using System.Text.Json;
using Jarpoint.Catalog.Facts;
using Jarpoint.Catalog.Json;

namespace Jarpoint.Catalog.Snapshots;

/// <summary>A buffer for the lines of some keys, used again and again.</summary>
internal sealed class SnapshotLines
{
    private readonly ArrayBufferWriter<byte> buffer = new(512 << 10);

    public ReadOnlyMemory<byte> Header(long revision)
    {
        buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(buffer, Wire.Written);
        SnapshotHeader.Write(writer, revision);
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Lines of the keys from number <paramref name="first"/>, each after the end of the line before it.</summary>
    public ReadOnlyMemory<byte> Keys(CatalogState state, int first, int count)
    {
        buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(buffer, Wire.Written);
        for (var number = first; number < first + count; number++)
        {
            buffer.Write(number == 0 ? "\n"u8 : ",\n"u8);
            writer.Reset();
            KeyStateText.Write(writer, state.Keys[number]);
            writer.Flush();
        }

        return buffer.WrittenMemory;
    }
}
