namespace Jarpoint.EndToEnd.Maven;

/// <summary>A repository that tests only read from.</summary>
public sealed class PublishedRepository : IAsyncLifetime
{
    private const string Parent =
        "<parent><groupId>org.example</groupId><artifactId>not-here</artifactId><version>7</version></parent>";

    private MountedRepository repository = null!;

    public static (string Key, byte[] Jar)[] Jars { get; } =
    [
        ("jars/core-1.9.jar", JarFile.Of("org.example", "core", "1.9")),
        ("jars/core-1.10.jar", JarFile.Of("org.example", "core", "1.10")),
        ("jars/libs/core-2.0.jar", JarFile.Of("org.example", "core", "2.0")),
        ("jars/app_2.12-1.0.jar", WithPom("app_2.12", Dependency("core", "1.10"))),
        ("jars/child-1.0.jar", WithPom("child", Dependency("app_2.12", "1.0"), Parent)),
    ];

    public string Folder => repository.Folder;

    public async ValueTask InitializeAsync() => repository = await MountedRepository.OfAsync(Jars);

    public ValueTask DisposeAsync() => repository.DisposeAsync();

    private static string Dependency(string artifact, string version)
        => $"<dependency><groupId>org.example</groupId><artifactId>{artifact}</artifactId><version>{version}</version></dependency>";

    private static byte[] WithPom(string artifact, string dependencies, string parent = "") => JarFile.With(
        ("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n"),
        ($"META-INF/maven/org.example/{artifact}/pom.properties", $"groupId=org.example\nartifactId={artifact}\nversion=1.0\n"),
        ($"META-INF/maven/org.example/{artifact}/pom.xml",
            $"""
            <project><modelVersion>4.0.0</modelVersion>{parent}
              <groupId>org.example</groupId><artifactId>{artifact}</artifactId><version>1.0</version>
              <dependencies>{dependencies}</dependencies>
            </project>
            """));
}
