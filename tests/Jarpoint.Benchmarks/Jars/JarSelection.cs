namespace Jarpoint.Benchmarks.Jars;

/// <summary>Picks the largest jars of the machine, each once.</summary>
internal static class JarSelection
{
    /// <param name="folders">Searched with all their subfolders; symbolic links are left out.</param>
    /// <param name="count">How many jars.</param>
    public static IReadOnlyList<string> Largest(IEnumerable<string> folders, int count)
        => [.. folders
            .Where(Directory.Exists)
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.jar", SearchOption.AllDirectories))
            .Select(static path => new FileInfo(path))
            .Where(static file => file.LinkTarget is null)
            .DistinctBy(static file => (file.Name, file.Length))
            .OrderByDescending(static file => file.Length)
            .Take(count)
            .Select(static file => file.FullName)];
}
