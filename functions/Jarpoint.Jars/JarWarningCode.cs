namespace Jarpoint.Jars;

/// <summary>
/// Codes of <see cref="Description.JarWarning"/>. Part of the catalog format: added to, never renamed.
/// </summary>
public static class JarWarningCode
{
    /// <summary>Two entries have the same name; Java uses the one listed last.</summary>
    public const string DuplicateEntries = "duplicate-entries";

    /// <summary>The archive has bytes in front of it, such as a launcher script.</summary>
    public const string PrependedBytes = "prepended-bytes";

    /// <summary>The archive has bytes behind its end record's comment.</summary>
    public const string TrailingBytes = "trailing-bytes";

    /// <summary>The end record's entry count is not the number of entries in the directory.</summary>
    public const string EntryCountDiffers = "entry-count-differs";

    /// <summary>An entry's bytes lie outside the archive.</summary>
    public const string EntryOutsideArchive = "entry-outside-archive";

    /// <summary>An entry is encrypted or uses a compression method Java cannot read.</summary>
    public const string UnsupportedEntries = "unsupported-entries";

    /// <summary>An entry's name is not UTF-8; Java refuses to open such a jar.</summary>
    public const string NameNotUtf8 = "name-not-utf8";

    /// <summary>An entry that says something about the jar is damaged or too large, and was left out.</summary>
    public const string UnreadableEntry = "unreadable-entry";

    /// <summary>A pom.xml is not well-formed, declares a document type, or is too large.</summary>
    public const string UnreadablePom = "unreadable-pom";

    public const string NoManifest = "no-manifest";

    /// <summary>A manifest line breaks the JAR specification.</summary>
    public const string ManifestSyntax = "manifest-syntax";

    /// <summary>Attributes, sections or lines beyond what a description keeps were left out.</summary>
    public const string Abridged = "abridged";

    /// <summary>Sources of identity contradict each other.</summary>
    public const string IdentityDisagrees = "identity-disagrees";

    /// <summary>Poms are present, but none of them is this jar's own.</summary>
    public const string NoOwnPom = "no-own-pom";

    /// <summary>Classes under <c>META-INF/versions</c> without <c>Multi-Release: true</c>: Java ignores them.</summary>
    public const string VersionsWithoutMultiRelease = "versions-without-multi-release";

    /// <summary>More than one Scala binary version is in evidence.</summary>
    public const string MixedScala = "mixed-scala";

    /// <summary>A jar inside the jar: a Spark class loader does not see its classes.</summary>
    public const string NestedJars = "nested-jars";

    /// <summary>A class compiled with preview features: it loads on exactly one Java release, with a flag.</summary>
    public const string PreviewClasses = "preview-classes";

    /// <summary>An entry named <c>.class</c> that is no class file or cannot be unpacked.</summary>
    public const string UnreadableClasses = "unreadable-classes";

    /// <summary>Signature files without a signature block, or the reverse.</summary>
    public const string SignatureIncomplete = "signature-incomplete";
}
