using System.Text;
using System.Text.Unicode;

namespace Jarpoint.Jars.Entries;

/// <summary>Decodes entry names as Java does: UTF-8, whatever the flags say.</summary>
internal static class EntryName
{
    /// <summary>The name; bytes that are not UTF-8 are kept apart, one character each, as ISO 8859-1.</summary>
    public static string Decode(ReadOnlySpan<byte> name)
        => Ascii.IsValid(name) || !Utf8.IsValid(name) ? Encoding.Latin1.GetString(name) : Encoding.UTF8.GetString(name);

    public static bool IsUtf8(ReadOnlySpan<byte> name) => Ascii.IsValid(name) || Utf8.IsValid(name);
}
