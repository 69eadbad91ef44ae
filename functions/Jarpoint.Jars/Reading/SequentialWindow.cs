using System.Security.Cryptography;
using Jarpoint.Jars.Sources;

namespace Jarpoint.Jars.Reading;

/// <summary>Reads a jar once from front to back through one buffer, digesting every byte as it passes.</summary>
internal sealed class SequentialWindow(IJarSource source, byte[] buffer) : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long start;
    private int held;

    /// <summary>
    /// The bytes from <paramref name="offset"/> on, at least <paramref name="length"/> of them unless the jar ends
    /// or the buffer is smaller. Offsets never go back.
    /// </summary>
    public async ValueTask<ReadOnlyMemory<byte>> FromAsync(
        long offset, long length, CancellationToken cancellationToken)
    {
        length = Math.Min(Math.Min(length, buffer.Length), source.Size - offset);
        while (offset + length > start + held && start + held < source.Size)
        {
            DropBefore(offset);
            await FillAsync(cancellationToken);
        }

        return offset >= start && offset < start + held
            ? buffer.AsMemory((int)(offset - start), held - (int)(offset - start))
            : default;
    }

    /// <summary>Reads what is left of the jar and gives the digest of all of it.</summary>
    public async ValueTask<string> FinishAsync(CancellationToken cancellationToken)
    {
        while (start + held < source.Size)
        {
            DropBefore(start + held);
            await FillAsync(cancellationToken);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => hash.Dispose();

    private void DropBefore(long offset)
    {
        var dropped = (int)Math.Clamp(offset - start, 0, held);
        buffer.AsSpan(dropped, held - dropped).CopyTo(buffer);
        start += dropped;
        held -= dropped;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var room = (int)Math.Min(buffer.Length - held, source.Size - start - held);
        var target = buffer.AsMemory(held, room);
        await source.ReadFullyAsync(start + held, target, cancellationToken);
        hash.AppendData(target.Span);
        held += room;
    }
}
