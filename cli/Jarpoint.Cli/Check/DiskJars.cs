using Jarpoint.Cli.Index;
using Jarpoint.Cli.Output;
using Jarpoint.Jars;

namespace Jarpoint.Cli.Check;

/// <summary>Jars of a job that lie on disk, such as one that is still to be uploaded.</summary>
internal static class DiskJars
{
    /// <summary>Whether it lies on disk, or can only be meant to: no key begins with a dot and a slash.</summary>
    public static bool IsPath(string name)
        => !name.Contains(':', StringComparison.Ordinal)
            && (File.Exists(name) || Directory.Exists(name)
                || name.StartsWith("./", StringComparison.Ordinal) || name.StartsWith("../", StringComparison.Ordinal));

    public static async Task<IReadOnlyList<CheckedJar>> ReadAsync(
        IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var reader = new JarReader(new JarReaderOptions());
        var jars = new List<CheckedJar>();
        foreach (var path in JarFinder.Find([.. paths]))
        {
            jars.Add(await ReadAsync(reader, path, cancellationToken));
        }

        return jars.Count > 0 || paths.Count == 0
            ? jars
            : throw new UsageException($"{string.Join(", ", paths)}: no file ending in .jar is there");
    }

    private static async Task<CheckedJar> ReadAsync(JarReader reader, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await JarOnDisk.ReadAsync(reader, path, cancellationToken) switch
            {
                JarReadOutcome.Described(var jar) => new CheckedJar(path) { Jar = jar },
                JarReadOutcome.Rejected(var reason, var detail) => Rejected(path, RejectionText.Of(reason, detail)),
                var other => throw new InvalidOperationException($"Unknown outcome {other}."),
            };
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Rejected(path, unreadable.Message);
        }
    }

    private static CheckedJar Rejected(string path, string detail)
        => new(path) { Fault = new CheckedJarFault(CheckedJarFaultKind.Rejected, detail) };
}
