using System.Security.Cryptography;
using Jarpoint.Jars;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Cli.Index;

/// <summary>Reads a jar that lies on disk.</summary>
internal static class JarOnDisk
{
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static async Task<JarReadOutcome> ReadAsync(JarReader reader, string path, CancellationToken cancellationToken)
    {
        using var source = FileJarSource.Open(path);
        return await reader.ReadAsync(source, Path.GetFileName(path), cancellationToken);
    }

    /// <summary>SHA-256 of the file, for a jar whose description does not have it: one that is rejected.</summary>
    public static async Task<byte[]> DigestAsync(string path, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(path);
        return await SHA256.HashDataAsync(content, cancellationToken);
    }
}
