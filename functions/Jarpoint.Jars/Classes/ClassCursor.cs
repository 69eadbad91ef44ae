using System.Buffers.Binary;

namespace Jarpoint.Jars.Classes;

/// <summary>A bounds-checked position in a class file.</summary>
internal ref struct ClassCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> file = bytes;

    public int Position { get; private set; }

    public bool Skip(long bytes)
    {
        if (bytes < 0 || bytes > file.Length - Position)
        {
            return false;
        }

        Position += (int)bytes;
        return true;
    }

    public bool TryReadByte(out byte value)
    {
        var at = Position;
        value = Skip(1) ? file[at] : default;
        return Position > at;
    }

    public bool TryReadShort(out int value)
    {
        var at = Position;
        value = Skip(2) ? BinaryPrimitives.ReadUInt16BigEndian(file[at..]) : default;
        return Position > at;
    }

    public bool TryReadInt(out long value)
    {
        var at = Position;
        value = Skip(4) ? BinaryPrimitives.ReadUInt32BigEndian(file[at..]) : default;
        return Position > at;
    }

    /// <summary>
    /// Skips a constant behind its tag.
    /// https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html#jvms-4.4
    /// </summary>
    public bool SkipConstant(byte tag)
        => tag switch
        {
            1 => TryReadShort(out var length) && Skip(length),
            7 or 8 or 16 or 19 or 20 => Skip(2),
            15 => Skip(3),
            3 or 4 or 9 or 10 or 11 or 12 or 17 or 18 => Skip(4),
            5 or 6 => Skip(8),
            _ => false,
        };
}
