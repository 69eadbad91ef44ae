using System.Buffers.Binary;
using System.IO.Hashing;
using System.Numerics;

namespace Jarpoint.LocalCloud.S3.Checksums;

/// <summary>CRC-32C (Castagnoli), least significant byte first like its neighbours in System.IO.Hashing.</summary>
internal sealed class Crc32C() : NonCryptographicHashAlgorithm(sizeof(uint))
{
    private uint crc = uint.MaxValue;

    public override void Append(ReadOnlySpan<byte> source)
    {
        while (source.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(source));
            source = source[sizeof(ulong)..];
        }

        foreach (var value in source)
            crc = BitOperations.Crc32C(crc, value);
    }

    public override void Reset() => crc = uint.MaxValue;

    protected override void GetCurrentHashCore(Span<byte> destination) =>
        BinaryPrimitives.WriteUInt32LittleEndian(destination, ~crc);
}
