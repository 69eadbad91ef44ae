using Jarpoint.Jars.Archive;
using Jarpoint.Jars.Description;

namespace Jarpoint.Jars.Entries;

/// <summary>What the central directory alone says.</summary>
internal sealed record JarDirectory
{
    public required int Entries { get; init; }

    public required IReadOnlyList<ClassEntry> Classes { get; init; }

    /// <summary>
    /// Locations of the unversioned classes that a class loader may load, <c>module-info</c> left out.
    /// </summary>
    public required IReadOnlyList<EntryLocation> LoadableClasses { get; init; }

    /// <summary>Ascending by location.</summary>
    public required IReadOnlyList<WantedEntry> Wanted { get; init; }

    public required IReadOnlyList<JavaPackage> Packages { get; init; }

    public required IReadOnlyList<int> VersionedReleases { get; init; }

    public required IReadOnlyList<string> NestedJars { get; init; }

    public required IReadOnlyList<string> NativeLibraries { get; init; }

    public required IReadOnlyList<string> SignatureFiles { get; init; }

    public required IReadOnlyList<string> SignatureBlocks { get; init; }

    public required bool HasTasty { get; init; }

    public required IReadOnlyList<JarWarning> Warnings { get; init; }
}
