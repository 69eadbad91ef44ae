using Jarpoint.Cli.Index;

namespace Jarpoint.Cli.Local;

/// <summary>The places where a machine is likely to have jars already.</summary>
internal static class MachineJars
{
    /// <summary>How many jars are taken from a machine nobody named a folder of.</summary>
    public const int Most = 200;

    /// <summary>Folders that exist, a Spark home first.</summary>
    public static IReadOnlyList<string> Folders(Func<string, string?> environment)
    {
        string?[] candidates =
        [
            environment("SPARK_HOME") is { Length: > 0 } spark ? Path.Combine(spark, "jars") : null,
            environment("HOME") is { Length: > 0 } home ? Path.Combine(home, ".m2", "repository") : null,
            "/usr/share/java",
            "/usr/share/maven/lib",
        ];
        return [.. candidates.OfType<string>().Where(Directory.Exists)];
    }

    /// <summary>Jars of a folder with their keys below <c>jars/</c>; of several names for one file the first.</summary>
    public static IEnumerable<JarUpload> In(string folder)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in JarFinder.FindInFolder(folder).OrderBy(IsLink))
        {
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
            if (File.Exists(target) && seen.Add(target))
            {
                yield return new JarUpload(path, $"jars/{Path.GetRelativePath(folder, path)}");
            }
        }
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
}
