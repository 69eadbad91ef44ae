using System.Globalization;
using System.Security.Cryptography;

namespace Jarpoint.EndToEnd.Chaos;

/// <summary>The bytes of one upload, different for every number, and what the catalog must say of them.</summary>
internal sealed record JarContent(byte[] Bytes, string ETag, string? Coordinates)
{
    /// <summary>Every seventh is no jar at all.</summary>
    public static JarContent Number(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var broken = number % 7 == 6;
        var bytes = broken
            ? System.Text.Encoding.ASCII.GetBytes($"not a jar, number {text}")
            : JarFile.Of("org.example", $"artifact-{text}", $"1.{text}");
        return new JarContent(
            bytes,
            Convert.ToHexStringLower(MD5.HashData(bytes)),
            broken ? null : $"org.example:artifact-{text}:1.{text}");
    }
}
