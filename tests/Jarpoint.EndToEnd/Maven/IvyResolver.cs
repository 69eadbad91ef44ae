namespace Jarpoint.EndToEnd.Maven;

/// <summary>Apache Ivy, which Spark resolves <c>spark.jars.packages</c> with, set up as Spark sets it up.</summary>
internal sealed class IvyResolver : IResolver
{
    private const string Ivy = "/usr/share/java/ivy.jar";

    public IvyResolver() => Assert.SkipUnless(File.Exists(Ivy), "Apache Ivy is not installed.");

    public async Task<Resolution> ResolveAsync(string repository, string coordinates)
    {
        using var scratch = new ScratchFolder();
        var jars = Directory.CreateDirectory(Path.Combine(scratch.Path, "jars")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(scratch.Path, "settings.xml"),
            $"""
            <ivysettings>
              <settings defaultResolver="jars"/>
              <caches defaultCacheDir="{scratch.Path}/cache"/>
              <resolvers>
                <ibiblio name="jars" m2compatible="true" usepoms="true" useMavenMetadata="true" checksums="sha1"
                         root="file://{repository}/"/>
              </resolvers>
            </ivysettings>
            """,
            TestContext.Current.CancellationToken);
        var run = await ToolRun.OfAsync(
            scratch.Path,
            [
                "java", "-jar", Ivy, "-settings", "settings.xml", "-dependency", .. coordinates.Split(':'),
                "-confs", "default", "-retrieve", "jars/[artifact]-[revision].[ext]",
            ]);
        return Resolution.Of(run, jars);
    }
}
