namespace Jarpoint.Jars.Description;

/// <summary>One manifest attribute, continuation lines joined.</summary>
public sealed record ManifestAttribute(string Name, string Value);

/// <summary>A per-entry section of the manifest.</summary>
public sealed record ManifestSection(string Name, IReadOnlyList<ManifestAttribute> Attributes);

/// <summary>A dependency as <c>pom.xml</c> declares it.</summary>
/// <param name="GroupId">As declared.</param>
/// <param name="ArtifactId">As declared.</param>
/// <param name="Version">Null when another pom states it.</param>
/// <param name="Scope">Null for Maven's default.</param>
/// <param name="Classifier">As declared.</param>
/// <param name="Type">Null for <c>jar</c>.</param>
/// <param name="Optional">Whether whoever depends on the jar does without.</param>
/// <param name="Exclusions">What of its own dependencies is not wanted, as <c>group:artifact</c>; null for none.</param>
public sealed record DeclaredDependency(
    string GroupId,
    string ArtifactId,
    string? Version,
    string? Scope = null,
    string? Classifier = null,
    string? Type = null,
    bool Optional = false,
    IReadOnlyList<string>? Exclusions = null);

/// <summary>A service (<c>META-INF/services</c>) and the classes that provide it.</summary>
public sealed record ServiceProvider(string Service, IReadOnlyList<string> Implementations);

/// <summary>Signature files and blocks under <c>META-INF</c>. Presence only: nothing is verified.</summary>
public sealed record JarSignature(IReadOnlyList<string> Files);

/// <summary>A version of a platform this jar is, or was built for.</summary>
/// <param name="Product"><c>spark</c>, <c>hadoop</c>, <c>aws-sdk-java</c> or <c>aws-sdk-java-v2</c>.</param>
/// <param name="Version">As stated.</param>
/// <param name="Source">The entry or attribute that states it.</param>
public sealed record VersionMark(string Product, string Version, string Source);

/// <summary>A package and how many classes it has, multi-release copies not counted.</summary>
public sealed record JavaPackage(string Name, int Classes);

/// <summary>One class, from the directory alone. The same name with another CRC in two jars is a conflict.</summary>
/// <param name="Name">Entry name without <c>.class</c>.</param>
/// <param name="Crc">CRC-32 of the class file.</param>
/// <param name="Size">Inflated size in bytes.</param>
public readonly record struct ClassEntry(string Name, uint Crc, long Size);

/// <summary>Something a person should know. <see cref="Code"/> is stable; <see cref="Detail"/> is a sentence.</summary>
public sealed record JarWarning(string Code, string Detail);
