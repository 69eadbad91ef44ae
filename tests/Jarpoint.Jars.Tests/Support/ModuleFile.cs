using System.Text;

namespace Jarpoint.Jars.Tests.Support;

/// <summary>Writes the least <c>module-info.class</c> that names a module.</summary>
internal static class ModuleFile
{
    public static byte[] Named(string module, byte major = 53)
    {
        var name = Encoding.UTF8.GetBytes(module);
        return
        [
            0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, major,
            0, 6,
            1, 0, 6, .. "Module"u8,
            5, 0, 0, 0, 0, 0, 0, 0, 1,
            1, 0, (byte)name.Length, .. name,
            19, 0, 4,
            0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 1,
            0, 1, 0, 0, 0, 6, 0, 5, 0, 0, 0, 0,
        ];
    }
}
