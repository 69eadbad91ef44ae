namespace Jarpoint.Jars.Sources;

/// <summary>
/// Random access to the bytes of one jar. All bytes come from one version of it: a source that finds the
/// jar replaced or gone between two reads throws <see cref="JarSourceChangedException"/>.
/// </summary>
public interface IJarSource
{
    /// <summary>The jar's size in bytes, known before the first read.</summary>
    long Size { get; }

    /// <summary>
    /// Fills <paramref name="buffer"/> from <paramref name="offset"/>. Returns fewer bytes than the buffer holds only
    /// when the jar ends first. For a remote source every call is one request.
    /// </summary>
    ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken);
}
