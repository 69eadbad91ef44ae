namespace Jarpoint.EndToEnd.Maven;

/// <summary>Apache Maven; its own plugins come from Debian's repository on disk.</summary>
internal sealed class ApacheMaven : IResolver
{
    private const string Plugins = "/usr/share/maven-repo";
    private const string Plugin = $"{Plugins}/org/apache/maven/plugins/maven-dependency-plugin/3.5.0";

    public ApacheMaven() => Assert.SkipUnless(Directory.Exists(Plugin), "Maven's dependency plugin is not installed.");

    /// <summary>The checksums it knows, the preferred first. By default Maven's own.</summary>
    public string Checksums { get; init; } = "SHA-1,MD5";

    public async Task<Resolution> ResolveAsync(string repository, string coordinates)
    {
        using var scratch = new ScratchFolder();
        var jars = Directory.CreateDirectory(Path.Combine(scratch.Path, "jars")).FullName;
        await WriteAsync(scratch, "settings.xml",
            $"""
            <settings>
              <localRepository>{scratch.Path}/cache</localRepository>
              <mirrors>
                <mirror><id>debian</id><mirrorOf>central</mirrorOf><url>file://{Plugins}</url></mirror>
              </mirrors>
            </settings>
            """);
        await WriteAsync(scratch, "pom.xml", Project(repository, coordinates.Split(':')));
        var run = await ToolRun.OfAsync(
            scratch.Path,
            "mvn", "-B", "-s", "settings.xml",
            "org.apache.maven.plugins:maven-dependency-plugin:3.5.0:copy-dependencies",
            $"-DoutputDirectory={jars}", "-DincludeScope=runtime", $"-Daether.checksums.algorithms={Checksums}");
        return Resolution.Of(run, jars);
    }

    private static string Project(string repository, string[] coordinates) =>
        $"""
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>test</groupId><artifactId>test</artifactId><version>1</version><packaging>pom</packaging>
          <repositories>
            <repository>
              <id>jars</id><url>file://{repository}</url>
              <releases><checksumPolicy>fail</checksumPolicy></releases>
              <!-- Metadata is held to the policies of both. -->
              <snapshots><checksumPolicy>fail</checksumPolicy></snapshots>
            </repository>
          </repositories>
          <dependencies>
            <dependency>
              <groupId>{coordinates[0]}</groupId><artifactId>{coordinates[1]}</artifactId><version>{coordinates[2]}</version>
            </dependency>
          </dependencies>
        </project>
        """;

    private static Task WriteAsync(ScratchFolder scratch, string name, string text)
        => File.WriteAllTextAsync(Path.Combine(scratch.Path, name), text, TestContext.Current.CancellationToken);
}
