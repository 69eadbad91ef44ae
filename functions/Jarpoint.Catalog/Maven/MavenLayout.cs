namespace Jarpoint.Catalog.Maven;

/// <summary>The names of the repository's objects. https://maven.apache.org/repository/layout.html</summary>
internal static class MavenLayout
{
    private const string Root = MavenRepository.Root;

    public static string Jar(MavenCoordinates coordinates) => Root + Path(coordinates) + ".jar";

    public static string Pom(MavenCoordinates coordinates) => Root + Path(coordinates) + ".pom";

    public static string Metadata(MavenArtifact artifact) => $"{Root}{Folder(artifact)}/maven-metadata.xml";

    public static string Sha1(string key) => key + ".sha1";

    public static string Sha256(string key) => key + ".sha256";

    /// <summary>Whether a jar is where Maven looks for it in a repository at <paramref name="root"/>.</summary>
    public static bool IsInPlace(string key, string root, MavenCoordinates coordinates)
        => key == $"{root}{Path(coordinates)}.jar";

    private static string Folder(MavenArtifact artifact) => $"{artifact.GroupId.Replace('.', '/')}/{artifact.ArtifactId}";

    private static string Path(MavenCoordinates coordinates)
        => $"{Folder(coordinates.Artifact)}/{coordinates.Version}/{coordinates.Artifact.ArtifactId}-{coordinates.Version}";
}
