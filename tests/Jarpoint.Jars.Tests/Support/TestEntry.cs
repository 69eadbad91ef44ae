using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Jarpoint.Jars.Tests.Support;

/// <summary>One entry of a <see cref="TestJar"/>; every field a real writer computes can be made wrong.</summary>
internal sealed record TestEntry(byte[] Name, byte[] Content)
{
    public ushort Method { get; init; } = 8;

    public ushort Flags { get; init; }

    public uint? Crc { get; init; }

    public long? StatedSize { get; init; }

    public bool DataDescriptor { get; init; }

    public bool Zip64 { get; init; }

    public static TestEntry Text(string name, string content)
        => new(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(content));

    public static TestEntry Class(string name, ushort major = 52, ushort minor = 0)
        => new(Encoding.UTF8.GetBytes($"{name}.class"),
            [0xCA, 0xFE, 0xBA, 0xBE, (byte)(minor >> 8), (byte)minor, (byte)(major >> 8), (byte)major,
                .. new byte[64]]);

    public uint ActualCrc => Crc ?? Crc32.HashToUInt32(Content);

    public byte[] Pack()
    {
        if (Method != 8)
        {
            return Content;
        }

        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize))
        {
            deflate.Write(Content);
        }

        return packed.ToArray();
    }
}
