using Jarpoint.Jars.Description;

namespace Jarpoint.Catalog.Describing;

/// <summary>
/// Descriptions of an earlier release lack the lists of a later one. The source-generated serializer leaves an absent
/// init-only property null, whatever its initializer says.
/// </summary>
internal static class EarlierDescription
{
    public static JarDescription Complete(JarDescription jar) => jar with
    {
        VersionedReleases = jar.VersionedReleases ?? [],
        ManifestSections = jar.ManifestSections ?? [],
        Dependencies = jar.Dependencies ?? [],
        Licences = jar.Licences ?? [],
        Providers = jar.Providers ?? [],
        NestedJars = jar.NestedJars ?? [],
        NativeLibraries = jar.NativeLibraries ?? [],
        Bundled = jar.Bundled ?? [],
        ShadedPackages = jar.ShadedPackages ?? [],
        VersionMarks = jar.VersionMarks ?? [],
        Packages = jar.Packages ?? [],
        Classes = jar.Classes ?? [],
        Warnings = jar.Warnings ?? [],
        Unread = jar.Unread ?? [],
    };
}
