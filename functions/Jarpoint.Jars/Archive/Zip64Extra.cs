using System.Buffers.Binary;

namespace Jarpoint.Jars.Archive;

/// <summary>Extra field 1: the 64-bit values of saturated 32-bit fields.</summary>
internal static class Zip64Extra
{
    private const ushort Id = 1;

    /// <summary>
    /// <paramref name="field"/>, or, when it is saturated, the 64-bit value number <paramref name="index"/>. A
    /// saturated field without a value is taken as it stands.
    /// </summary>
    public static long Resolve(ReadOnlySpan<byte> extra, uint field, int index)
    {
        if (field != uint.MaxValue)
        {
            return field;
        }

        while (extra.Length >= 4)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            extra = extra[4..];
            if (length > extra.Length)
            {
                break;
            }

            if (id == Id)
            {
                return length >= (index + 1) * sizeof(long)
                    ? BinaryPrimitives.ReadInt64LittleEndian(extra[(index * sizeof(long))..])
                    : field;
            }

            extra = extra[length..];
        }

        return field;
    }
}
