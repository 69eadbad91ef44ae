using System.Text;

namespace Jarpoint.Jars.Entries;

/// <summary>
/// Tells an entry's role from its name alone. Java compares the manifest's and signatures' names without case.
/// </summary>
internal static class EntryRoles
{
    public static EntryRole Of(ReadOnlySpan<byte> name)
    {
        if (name.EndsWith(".class"u8))
        {
            return name.EndsWith("module-info.class"u8) && IsRoot(name, "module-info.class"u8.Length)
                ? EntryRole.ModuleInfo
                : EntryRole.Class;
        }

        if (name.IsEmpty || name[^1] == '/')
        {
            return EntryRole.None;
        }

        return name.Length > 9 && Ascii.EqualsIgnoreCase(name[..9], "META-INF/"u8)
            ? OfMetadata(name[9..])
            : OfContent(name);
    }

    private static bool IsRoot(ReadOnlySpan<byte> name, int length)
        => name.Length == length
            || (VersionedName.Release(name) is not null && VersionedName.Strip(name).Length == length);

    private static EntryRole OfMetadata(ReadOnlySpan<byte> name)
    {
        if (name.Contains((byte)'/'))
        {
            return name switch
            {
                _ when name.StartsWith("services/"u8) => name.LastIndexOf((byte)'/') == 8
                    ? EntryRole.Service
                    : EntryRole.None,
                _ when !name.StartsWith("maven/"u8) => OfLibrary(name),
                _ when name.EndsWith("/pom.properties"u8) => EntryRole.PomProperties,
                _ when name.EndsWith("/pom.xml"u8) => EntryRole.PomXml,
                _ => OfLibrary(name),
            };
        }

        return name switch
        {
            _ when Ascii.EqualsIgnoreCase(name, "MANIFEST.MF"u8) => EntryRole.Manifest,
            _ when Has(name, ".SF"u8) => EntryRole.SignatureFile,
            _ when Has(name, ".RSA"u8) || Has(name, ".DSA"u8) || Has(name, ".EC"u8) => EntryRole.SignatureBlock,
            _ when name.Length > 4 && Ascii.EqualsIgnoreCase(name[..4], "SIG-"u8) => EntryRole.SignatureBlock,
            _ when IsLicence(name) => EntryRole.Licence,
            _ => OfLibrary(name),
        };
    }

    private static EntryRole OfContent(ReadOnlySpan<byte> name)
        => name switch
        {
            _ when name.SequenceEqual("spark-version-info.properties"u8) => EntryRole.PlatformVersion,
            _ when name.SequenceEqual("common-version-info.properties"u8) => EntryRole.PlatformVersion,
            _ when name.SequenceEqual("com/amazonaws/sdk/versionInfo.properties"u8) => EntryRole.PlatformVersion,
            _ when name.SequenceEqual("library.properties"u8) => EntryRole.ScalaLibrary,
            _ when name.EndsWith(".tasty"u8) => EntryRole.Tasty,
            _ when !name.Contains((byte)'/') && IsLicence(name) => EntryRole.Licence,
            _ => OfLibrary(name),
        };

    private static EntryRole OfLibrary(ReadOnlySpan<byte> name)
        => name switch
        {
            _ when Has(name, ".jar"u8) => EntryRole.NestedJar,
            _ when Has(name, ".so"u8) || Has(name, ".dll"u8) || Has(name, ".dylib"u8) || Has(name, ".jnilib"u8)
                => EntryRole.NativeLibrary,
            _ => EntryRole.None,
        };

    private static bool IsLicence(ReadOnlySpan<byte> name)
    {
        var dot = name.IndexOf((byte)'.');
        var stem = dot < 0 ? name : name[..dot];
        return Ascii.EqualsIgnoreCase(stem, "LICENSE"u8) || Ascii.EqualsIgnoreCase(stem, "LICENCE"u8);
    }

    private static bool Has(ReadOnlySpan<byte> name, ReadOnlySpan<byte> extension)
        => name.Length > extension.Length && Ascii.EqualsIgnoreCase(name[^extension.Length..], extension);
}
