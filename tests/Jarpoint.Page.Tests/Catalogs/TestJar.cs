using System.IO.Compression;
using System.Text;

namespace Jarpoint.Page.Tests.Catalogs;

/// <summary>Jars with classes that have a header and, for a body, a word.</summary>
internal static class TestJar
{
    private static readonly byte[] Java8 = [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52];

    public static byte[] Of(
        string group, string artifact, string version, params (string Name, string Body)[] entries)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nImplementation-Title: " + artifact + "\r\n\r\n");
            Write(
                archive,
                $"META-INF/maven/{group}/{artifact}/pom.properties",
                $"groupId={group}\nartifactId={artifact}\nversion={version}\n");
            foreach (var (name, body) in entries)
            {
                Write(archive, name, body);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A pom with one dependency, at its place in the jar.</summary>
    public static (string Name, string Body) Pom(
        string group, string artifact, string version, string dependencyGroup, string dependency) => (
        $"META-INF/maven/{group}/{artifact}/pom.xml",
        $"""
        <project><modelVersion>4.0.0</modelVersion>
        <groupId>{group}</groupId><artifactId>{artifact}</artifactId><version>{version}</version>
        <dependencies><dependency>
        <groupId>{dependencyGroup}</groupId><artifactId>{dependency}</artifactId><version>1.0</version><scope>compile</scope>
        </dependency></dependencies></project>
        """);

    private static void Write(ZipArchive archive, string name, string body)
    {
        using var content = archive.CreateEntry(name).Open();
        if (name.EndsWith(".class", StringComparison.Ordinal))
        {
            content.Write(Java8);
        }

        content.Write(Encoding.UTF8.GetBytes(body));
    }
}
