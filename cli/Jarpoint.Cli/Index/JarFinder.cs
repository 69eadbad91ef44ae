using System.IO.Enumeration;

namespace Jarpoint.Cli.Index;

/// <summary>Finds jars on disk: files as given, folders searched without following links to folders.</summary>
internal static class JarFinder
{
    /// <summary>Paths in the order given, each file once; within a folder in ordinal order of the path.</summary>
    /// <exception cref="UsageException">A path does not exist.</exception>
    public static IEnumerable<string> Find(IEnumerable<string> paths)
        => paths.SelectMany(path =>
            File.Exists(path) ? [path]
            : Directory.Exists(path) ? FindInFolder(path)
            : throw new UsageException($"{path}: no such file or folder"))
            .DistinctBy(Path.GetFullPath, StringComparer.Ordinal);

    public static IEnumerable<string> FindInFolder(string folder)
        => new FileSystemEnumerable<string>(
            folder,
            static (ref entry) => entry.ToSpecifiedFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        {
            ShouldIncludePredicate = static (ref entry) =>
                !entry.IsDirectory && entry.FileName.EndsWith(".jar", StringComparison.OrdinalIgnoreCase),
            ShouldRecursePredicate = static (ref entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        }.Order(StringComparer.Ordinal);
}
