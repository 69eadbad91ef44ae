namespace Jarpoint.Catalog.Maven;

/// <summary>How the Maven repository is kept.</summary>
public sealed record MavenOptions
{
    /// <summary>
    /// Jars below this prefix that are where Maven looks for them are served in place, not copied: the prefix is the root
    /// of a repository that its uploaders keep. Ends in a slash.
    /// </summary>
    public string InPlace { get; init; } = "jars/maven2/";
}
