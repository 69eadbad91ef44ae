namespace Jarpoint.Jars.Sources;

/// <summary>A jar in memory.</summary>
public sealed class MemoryJarSource(ReadOnlyMemory<byte> bytes) : IJarSource
{
    public long Size => bytes.Length;

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var from = (int)Math.Min(offset, bytes.Length);
        var available = bytes.Span[from..];
        available = available[..Math.Min(available.Length, buffer.Length)];
        available.CopyTo(buffer.Span);
        return ValueTask.FromResult(available.Length);
    }
}
