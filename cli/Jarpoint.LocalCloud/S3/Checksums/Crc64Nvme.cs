using System.Buffers.Binary;
using System.IO.Hashing;

namespace Jarpoint.LocalCloud.S3.Checksums;

/// <summary>
/// CRC-64/NVME, S3's default checksum, eight bytes a step over eight tables. System.IO.Hashing's Crc64 is ECMA-182,
/// another polynomial. https://reveng.sourceforge.io/crc-catalogue/17plus.htm#crc.cat.crc-64-nvme
/// </summary>
internal sealed class Crc64Nvme() : NonCryptographicHashAlgorithm(sizeof(ulong))
{
    private const ulong ReflectedPolynomial = 0x9A6C_9329_AC4B_C9B5;

    private static readonly ulong[] Tables = BuildTables();

    private ulong crc = ulong.MaxValue;

    public override void Append(ReadOnlySpan<byte> source)
    {
        var tables = Tables;
        var value = crc;
        while (source.Length >= sizeof(ulong))
        {
            var mixed = value ^ BinaryPrimitives.ReadUInt64LittleEndian(source);
            value = 0;
            for (var i = 0; i < sizeof(ulong); i++)
                value ^= tables[((7 - i) << 8) + (byte)(mixed >> (i * 8))];
            source = source[sizeof(ulong)..];
        }

        foreach (var next in source)
            value = tables[(byte)(value ^ next)] ^ (value >> 8);
        crc = value;
    }

    public override void Reset() => crc = ulong.MaxValue;

    protected override void GetCurrentHashCore(Span<byte> destination) =>
        BinaryPrimitives.WriteUInt64LittleEndian(destination, ~crc);

    private static ulong[] BuildTables()
    {
        var tables = new ulong[8 * 256];
        for (var i = 0; i < 256; i++)
        {
            var value = (ulong)i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ ReflectedPolynomial;
            tables[i] = value;
        }

        for (var i = 256; i < tables.Length; i++)
            tables[i] = tables[(byte)tables[i - 256]] ^ (tables[i - 256] >> 8);
        return tables;
    }
}
