using Jarpoint.Jars.Description;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Jars.Tests.RealJars;

/// <summary>Jars of the real world: those tests/jars.sh installs, and those of the machine.</summary>
internal static class RealJarFolder
{
    private const string Variable = "JARPOINT_TEST_JARS";

    private static readonly string[] MachineFolders = ["/usr/share/java", "/usr/share/maven/lib"];

    /// <summary>The folder, or a skipped test when the variable is not set.</summary>
    public static string Require()
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder),
            $"{Variable} is not set; tests/jars.sh installs jars and prints it.");
        return folder!;
    }

    /// <summary>Every file once: symbolic links of a distribution point from one name to another.</summary>
    public static IReadOnlyList<(string Label, string Path)> List(string folder)
        => [.. Directory.EnumerateFiles(folder, "*.jar", SearchOption.AllDirectories)
            .Select(path => (Label: Path.GetRelativePath(folder, path), Path: path))
            .Concat(MachineFolders.Where(Directory.Exists)
                .SelectMany(static machine => Directory.EnumerateFiles(machine, "*.jar"))
                .Where(static path => new FileInfo(path).LinkTarget is null)
                .Select(static path => (Label: path, Path: path)))
            .OrderBy(static jar => jar.Label, StringComparer.Ordinal)];

    public static async Task<JarReadOutcome> ReadAsync(string path, JarReaderOptions? options = null)
    {
        using var source = FileJarSource.Open(path);
        return await new JarReader(options ?? new JarReaderOptions())
            .ReadAsync(source, Path.GetFileName(path), TestContext.Current.CancellationToken);
    }

    public static async Task<JarDescription> DescribeAsync(string path, JarReaderOptions? options = null)
        => (await ReadAsync(path, options)).ShouldBeOfType<JarReadOutcome.Described>(path).Description;
}
