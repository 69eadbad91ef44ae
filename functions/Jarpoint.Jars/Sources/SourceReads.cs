namespace Jarpoint.Jars.Sources;

internal static class SourceReads
{
    /// <summary>Fills the whole of <paramref name="buffer"/>.</summary>
    /// <exception cref="JarSourceChangedException">The jar ends before its stated size.</exception>
    public static async ValueTask ReadFullyAsync(
        this IJarSource source, long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var read = await source.ReadAsync(offset, buffer, cancellationToken);
        if (read != buffer.Length)
        {
            throw new JarSourceChangedException(
                $"The jar gave {read} of {buffer.Length} bytes at {offset} of its {source.Size}.");
        }
    }
}
