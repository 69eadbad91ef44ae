using Jarpoint.Jars.Sources;

namespace Jarpoint.Jars.Tests.Support;

/// <summary>Counts what is asked of another source.</summary>
internal sealed class CountingSource(IJarSource source) : IJarSource
{
    public int Requests { get; private set; }

    public long Bytes { get; private set; }

    public long Size => source.Size;

    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        Requests++;
        Bytes += buffer.Length;
        return await source.ReadAsync(offset, buffer, cancellationToken);
    }
}
