namespace Jarpoint.Jars.Description;

/// <summary>Everything one jar says about itself. Equal bytes and file name give an equal description.</summary>
public sealed record JarDescription
{
    public required string FileName { get; init; }

    public required long Size { get; init; }

    /// <summary>SHA-256 of the whole jar, lower-case hexadecimal; null when the jar was read in ranges.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Whether every byte was read. When false, see <see cref="Unread"/>.</summary>
    public required bool ReadWhole { get; init; }

    /// <summary>Entries of the central directory, folders included.</summary>
    public required int Entries { get; init; }

    public required JarIdentity Identity { get; init; }

    public required JavaRelease? Java { get; init; }

    public required ScalaVersion? Scala { get; init; }

    public required JavaModule? Module { get; init; }

    /// <summary>Manifest attribute <c>Multi-Release: true</c>.</summary>
    public bool MultiRelease { get; init; }

    /// <summary>Releases with classes under <c>META-INF/versions</c>, ascending, attribute or not.</summary>
    public IReadOnlyList<int> VersionedReleases { get; init; } = [];

    public string? MainClass { get; init; }

    /// <summary>Bundle-SymbolicName without its directives.</summary>
    public string? OsgiName { get; init; }

    /// <summary>The manifest's main section in file order; null when there is no manifest.</summary>
    public IReadOnlyList<ManifestAttribute>? Manifest { get; init; }

    /// <summary>Per-entry sections of the manifest that hold more than digests.</summary>
    public IReadOnlyList<ManifestSection> ManifestSections { get; init; } = [];

    /// <summary>
    /// Dependencies the winning <c>pom.xml</c> declares; placeholders that cannot be resolved stay visible.
    /// </summary>
    public IReadOnlyList<DeclaredDependency> Dependencies { get; init; } = [];

    /// <summary>
    /// The winning <c>pom.xml</c>, when it states the jar's coordinates and needs no other pom: no parent, no import.
    /// </summary>
    public string? Pom { get; init; }

    public IReadOnlyList<string> Licences { get; init; } = [];

    public IReadOnlyList<ServiceProvider> Providers { get; init; } = [];

    public JarSignature? Signature { get; init; }

    /// <summary>Entry names of jars inside the jar.</summary>
    public IReadOnlyList<string> NestedJars { get; init; } = [];

    public IReadOnlyList<string> NativeLibraries { get; init; } = [];

    /// <summary>Artifacts bundled into this one, by their own <c>pom.properties</c> or <c>pom.xml</c>.</summary>
    public IReadOnlyList<IdentityEvidence> Bundled { get; init; } = [];

    /// <summary>Package roots that look relocated or foreign to the jar's own group.</summary>
    public IReadOnlyList<string> ShadedPackages { get; init; } = [];

    /// <summary>Versions of Spark, Hadoop and the AWS SDKs this jar is or was built for.</summary>
    public IReadOnlyList<VersionMark> VersionMarks { get; init; } = [];

    public IReadOnlyList<JavaPackage> Packages { get; init; } = [];

    /// <summary>The class table in directory order.</summary>
    public IReadOnlyList<ClassEntry> Classes { get; init; } = [];

    public IReadOnlyList<JarWarning> Warnings { get; init; } = [];

    /// <summary>Entries that matter and were outside the range budget.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}
