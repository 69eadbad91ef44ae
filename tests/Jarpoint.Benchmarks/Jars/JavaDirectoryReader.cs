namespace Jarpoint.Benchmarks.Jars;

/// <summary>One JVM that reads directory and manifest of each jar with <c>java.util.zip</c>; compiled before it is timed.</summary>
internal sealed class JavaDirectoryReader : IDisposable
{
    private const string Source =
        """
        import java.util.*;
        import java.util.jar.*;

        public class DirectoryReader {
            public static void main(String[] jars) throws Exception {
                long entries = 0;
                for (String jar : jars) {
                    try (JarFile file = new JarFile(jar, false)) {
                        for (Enumeration<JarEntry> e = file.entries(); e.hasMoreElements(); e.nextElement().getCrc()) {
                            entries++;
                        }
                        file.getManifest();
                    }
                }
                System.out.println(entries);
            }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jarpoint-benchmark-");

    public async Task CompileAsync()
    {
        var source = Path.Combine(_folder.FullName, "DirectoryReader.java");
        await File.WriteAllTextAsync(source, Source);
        await PeerProcess.RunAsync("javac", ["-d", _folder.FullName, source]);
    }

    public Task RunAsync(IEnumerable<string> jars)
        => PeerProcess.RunAsync("java", ["-cp", _folder.FullName, "DirectoryReader", .. jars]);

    public void Dispose() => _folder.Delete(recursive: true);
}
