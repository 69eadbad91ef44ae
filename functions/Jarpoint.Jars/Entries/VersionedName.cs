using System.Buffers.Text;

namespace Jarpoint.Jars.Entries;

/// <summary>Names under <c>META-INF/versions/N/</c>, which Java looks at in a multi-release jar only.</summary>
internal static class VersionedName
{
    private static ReadOnlySpan<byte> Folder => "META-INF/versions/"u8;

    public static int? Release(ReadOnlySpan<byte> name)
        => name.StartsWith(Folder)
           && Utf8Parser.TryParse(name[Folder.Length..], out int release, out var digits)
           && release > 0
           && name.Length > Folder.Length + digits
           && name[Folder.Length + digits] == '/'
            ? release
            : null;

    public static ReadOnlySpan<byte> Strip(ReadOnlySpan<byte> name)
    {
        var rest = name[Folder.Length..];
        return rest[(rest.IndexOf((byte)'/') + 1)..];
    }
}
