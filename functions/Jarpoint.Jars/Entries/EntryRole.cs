namespace Jarpoint.Jars.Entries;

/// <summary>What an entry is for, as far as its name tells.</summary>
internal enum EntryRole
{
    None,
    Class,
    ModuleInfo,
    Manifest,
    PomProperties,
    PomXml,
    Service,

    /// <summary>A properties file in which Spark, Hadoop or an AWS SDK states its version.</summary>
    PlatformVersion,

    /// <summary><c>library.properties</c>, in which the Scala library states its version.</summary>
    ScalaLibrary,
    Licence,
    SignatureFile,
    SignatureBlock,
    NestedJar,
    NativeLibrary,

    /// <summary>Scala 3's typed trees.</summary>
    Tasty,
}
