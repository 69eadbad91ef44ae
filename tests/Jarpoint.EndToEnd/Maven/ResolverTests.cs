namespace Jarpoint.EndToEnd.Maven;

/// <summary>Ivy and Maven resolve from what the functions published, offline and with checksums enforced.</summary>
public sealed class ResolverTests : IAsyncLifetime
{
    private MountedRepository repository = null!;

    public static TheoryData<string> Tools => ["Ivy", "Maven"];

    public async ValueTask InitializeAsync() => repository = await MountedRepository.OfAsync(
        ("jars/core-1.9.jar", JarFile.Of("org.example", "core", "1.9")),
        ("jars/core-1.10.jar", JarFile.Of("org.example", "core", "1.10")),
        ("jars/libs/core-2.0.jar", JarFile.Of("org.example", "core", "2.0")),
        ("jars/app_2.12-1.0.jar", WithPom("app_2.12", Dependency("core", "1.10"))),
        ("jars/child-1.0.jar", WithPom("child", Dependency("app_2.12", "1.0"), Parent)));

    public ValueTask DisposeAsync() => repository.DisposeAsync();

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task Brings_a_fixed_version_and_all_that_it_needs(string tool)
        => (await Of(tool).ResolveAsync(repository.Folder, "org.example:child:1.0"))
            .ShouldBring("app_2.12-1.0.jar", "child-1.0.jar", "core-1.10.jar");

    [Theory]
    [InlineData("Ivy", "latest.release", "core-2.0.jar")]
    [InlineData("Ivy", "1.+", "core-1.10.jar")]
    [InlineData("Ivy", "[1.9,2.0[", "core-1.10.jar")]
    [InlineData("Maven", "LATEST", "core-2.0.jar")]
    [InlineData("Maven", "RELEASE", "core-2.0.jar")]
    [InlineData("Maven", "[1.9,2.0)", "core-1.10.jar")]
    public async Task Brings_the_version_that_is_latest_or_in_a_range(string tool, string version, string jar)
        => (await Of(tool).ResolveAsync(repository.Folder, $"org.example:core:{version}")).ShouldBring(jar);

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task Refuses_a_jar_that_is_not_what_was_published(string tool)
    {
        await File.AppendAllTextAsync(
            Path.Combine(repository.Folder, "org/example/core/1.9/core-1.9.jar"), "x", TestContext.Current.CancellationToken);

        (await Of(tool).ResolveAsync(repository.Folder, "org.example:core:1.9")).ShouldFail();
    }

    [Theory]
    [InlineData("Ivy", "latest.release")]
    [InlineData("Maven", "LATEST")]
    public async Task No_longer_brings_what_was_removed_from_the_bucket(string tool, string latest)
    {
        await repository.RemoveAsync("jars/libs/core-2.0.jar");

        (await Of(tool).ResolveAsync(repository.Folder, $"org.example:core:{latest}")).ShouldBring("core-1.10.jar");
        (await Of(tool).ResolveAsync(repository.Folder, "org.example:core:2.0")).ShouldFail();
    }

    private static IResolver Of(string tool) => tool == "Ivy" ? new IvyResolver() : new ApacheMaven();

    private const string Parent =
        "<parent><groupId>org.example</groupId><artifactId>not-here</artifactId><version>7</version></parent>";

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
