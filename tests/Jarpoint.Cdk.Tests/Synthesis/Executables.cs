using System.Buffers.Binary;

namespace Jarpoint.Cdk.Tests.Synthesis;

/// <summary>Stand-ins for the executable: a folder with an ELF header, which is all that a synth looks at.</summary>
internal static class Executables
{
    public const ushort Aarch64 = 183;
    public const ushort Amd64 = 62;

    public static string Create(string folder, ushort machine)
    {
        var header = new byte[64];
        ((byte[])[0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1]).CopyTo(header, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(18), machine);
        File.WriteAllBytes(Path.Combine(folder, "bootstrap"), header);
        return folder;
    }
}
