namespace Jarpoint.Catalog.Maven;

/// <summary>How the Maven repository is kept.</summary>
public sealed record MavenOptions
{
    /// <summary>
    /// Jars below this prefix that are where Maven looks for them are served in place, not copied: the prefix is the root
    /// of a repository that its uploaders keep. Ends in a slash.
    /// </summary>
    public string InPlace { get; init; } = "jars/maven2/";

    /// <summary>Whether each file has a <c>.sha256</c> too. No resolver needs it; it costs a PUT a file.</summary>
    public bool Sha256 { get; init; }
}
