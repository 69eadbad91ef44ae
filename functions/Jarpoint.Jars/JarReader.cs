using Jarpoint.Jars.Sources;

namespace Jarpoint.Jars;

/// <summary>Reads a jar into a description. Safe for concurrent use.</summary>
public sealed class JarReader(JarReaderOptions options)
{
    /// <summary>The generation of the rules; raised when a description of the same bytes would say more.</summary>
    public const int Generation = 1;

    /// <summary>Reads <paramref name="source"/>.</summary>
    /// <param name="source">The jar's bytes.</param>
    /// <param name="fileName">The jar's file name with its extension and without folders; evidence of last resort.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="JarSourceChangedException">The jar changed under the read.</exception>
    public ValueTask<JarReadOutcome> ReadAsync(
        IJarSource source, string fileName, CancellationToken cancellationToken)
        => throw new NotSupportedException($"{options} {source} {fileName} {cancellationToken}");
}
