using System.IO.Compression;
using System.Text;

namespace Jarpoint.Tests;

/// <summary>Small jars made for a test.</summary>
internal static class JarFile
{
    public static byte[] With(params (string Name, string Text)[] entries)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var content = archive.CreateEntry(name).Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Of(string group, string artifact, string version) => With(
        ("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n"),
        ($"META-INF/maven/{group}/{artifact}/pom.properties",
            $"groupId={group}\nartifactId={artifact}\nversion={version}\n"));
}
